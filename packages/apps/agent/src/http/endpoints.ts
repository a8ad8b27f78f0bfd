import {
  containersJson,
  containerViews,
  invalidContainerFilter,
  pendingJson,
  stateJson,
  statisticsJson,
} from "@mesos-ts/agent";
import type { Clock } from "@mesos-ts/runtime";
import {
  addCommonEndpoints,
  addHealthEndpoint,
  type HttpHandler,
  type HttpRequest,
  type HttpResponse,
  jsonTextReply,
  type Rate,
  RateLimiter,
  type RouteDescription,
  type Router,
  readsJson,
} from "@mesos-ts/transport";
import { AGENT_PROCESS } from "../effects/messages.ts";
import {
  CONTAINERS,
  EXECUTOR_API,
  OPERATOR_API,
  RESOURCE_PROVIDER_API,
  STATE,
  STATISTICS,
} from "./descriptions.ts";
import { executorApi } from "./executor-api.ts";
import { MasterHostname } from "./master-hostname.ts";
import { type OperatorApi, operatorApi } from "./operator-api.ts";
import { streamsRecords } from "./stream-types.ts";
import { measureUsage } from "./usage.ts";

/** `/monitor/statistics` answers twice a second, as Mesos's does. */
const STATISTICS_RATE: Rate = { permits: 2, intervalMs: 1000 };

export interface AgentEndpoints extends OperatorApi {
  readonly clock: Clock;
  readonly snapshotRate: Rate | undefined;
  readonly processIds: () => Iterable<string>;
}

/** All endpoints of an agent. */
export function addAgentEndpoints(router: Router, port: AgentEndpoints): void {
  addCommonEndpoints(router, {
    metrics: port.metrics,
    snapshotRate: port.snapshotRate,
    toggle: port.toggle,
    version: port.version,
    files: port.files,
    processIds: port.processIds,
    title: "mesos-agent",
    defaultProcess: AGENT_PROCESS,
  });
  addHealthEndpoint(router, AGENT_PROCESS);
  const route = (name: string, description: RouteDescription, handler: HttpHandler): void =>
    router.route(AGENT_PROCESS, name, handler, { description });
  router.route(AGENT_PROCESS, "/api/v1", (request) => operatorApi(port, request), {
    description: OPERATOR_API,
    streamBody: streamsRecords,
  });
  route("/api/v1/executor", EXECUTOR_API, (request) =>
    executorApi(port.agent, port.replies, request),
  );
  route("/api/v1/resource_provider", RESOURCE_PROVIDER_API, () => ({
    status: 501,
    body: "The resource provider API is not supported by this release",
  }));
  const read = (name: string, description: RouteDescription, handler: HttpHandler): void =>
    router.route(AGENT_PROCESS, name, handler, { description, methods: ["GET"] });
  read("/flags", readsJson("The flags that this agent runs with."), (request) =>
    jsonTextReply(request, JSON.stringify({ flags: port.flags })),
  );
  const hostname = new MasterHostname();
  route("/state", STATE, (request) => state(port, hostname, request));
  read("/containers", CONTAINERS, (request) => containers(port, request));
  const limiter = new RateLimiter(STATISTICS_RATE);
  read("/monitor/statistics", STATISTICS, async (request) => {
    if (!(await limiter.acquire())) return { status: 503 };
    const usageOf = await measureUsage(port.agent, port.containerizer);
    return jsonTextReply(request, statisticsJson(containerViews(port.agent.context, usageOf)));
  });
  read("/containerizer/debug", readsJson("What the containerizer waits for."), (request) =>
    jsonTextReply(request, pendingJson(port.agent.context)),
  );
}

async function state(
  port: AgentEndpoints,
  hostname: MasterHostname,
  request: HttpRequest,
): Promise<HttpResponse> {
  const { context } = port.agent;
  if (context.phase === "recovering") {
    return { status: 503, body: "Agent has not finished recovery" };
  }
  const masterHostname = await hostname.of(context.master);
  const { version, flags } = port;
  return jsonTextReply(request, stateJson(context, { version, flags, masterHostname }));
}

async function containers(port: AgentEndpoints, request: HttpRequest): Promise<HttpResponse> {
  const { query } = request;
  const filter = {
    containerId: query.get("container_id"),
    frameworkId: query.get("framework_id"),
    executorId: query.get("executor_id"),
  };
  const invalid = invalidContainerFilter(filter);
  if (invalid !== undefined) return { status: 400, body: invalid };
  const { agent, containerizer } = port;
  const usageOf = await measureUsage(agent, containerizer);
  return jsonTextReply(request, containersJson(containerViews(agent.context, usageOf, filter)));
}
