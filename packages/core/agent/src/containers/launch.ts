import type { agent, CommandInfo, ContainerInfo, Resource, Value_Scalar } from "@mesos-ts/protos";
import { commandOf } from "../checker.ts";
import type { AgentContext } from "../context.ts";
import type { ContainerSpec, RequestId } from "../contract.ts";
import { variables } from "../environment.ts";
import type { GarbageCollector } from "../gc.ts";
import { nestedSandbox, standaloneSandbox } from "../paths.ts";
import { containerIdText } from "../state.ts";
import { findLive, type Surroundings, surroundingsOf } from "./directory.ts";
import { notesOf } from "./notes.ts";
import { type OwnContainer, parentOf } from "./own-containers.ts";
import { terminalOf } from "./terminal.ts";
import { unsupportedLaunch } from "./unsupported.ts";

/** What the three calls that launch have in common. */
export interface LaunchCall {
  /** Where the call has its payload, for texts. */
  readonly field: string;
  readonly id: string;
  readonly command: CommandInfo;
  readonly container: ContainerInfo | undefined;
  readonly resources: readonly Resource[];
  readonly limits: Readonly<Record<string, Value_Scalar>>;
  readonly isDebug: boolean;
}

/** The launch in a call; undefined when it is none. */
export function launchOf(call: agent.Call): LaunchCall | undefined {
  switch (call.type) {
    case "LAUNCH_NESTED_CONTAINER":
      return common("launch_nested_container", call.launch_nested_container, false);
    case "LAUNCH_NESTED_CONTAINER_SESSION":
      return common("launch_nested_container_session", call.launch_nested_container_session, true);
    case "LAUNCH_CONTAINER": {
      const launch = common("launch_container", call.launch_container, false);
      const { resources = [], limits = {} } = call.launch_container ?? {};
      return launch && { ...launch, resources, limits };
    }
    default:
      return undefined;
  }
}

function common(
  field: string,
  payload: agent.Call_LaunchNestedContainer | undefined,
  isDebug: boolean,
): LaunchCall | undefined {
  if (payload === undefined) return undefined;
  const { container_id, command = {}, container } = payload;
  const id = containerIdText(container_id);
  return { field, id, command, container, resources: [], limits: {}, isDebug };
}

/** Launches, or answers at once. Source: the containerizer's `launch`. */
export function launchContainer(
  context: AgentContext,
  gc: GarbageCollector,
  requestId: RequestId,
  launch: LaunchCall,
): void {
  const { outbox, own } = context;
  const { id } = launch;
  const refuse = (text: string, status = 400): void =>
    outbox.push({ type: "reply", requestId, reply: { type: "refused", status, text } });
  if (findLive(context, id) !== undefined) {
    outbox.push({ type: "reply", requestId, reply: { type: "accepted" } });
    return;
  }
  if (own.ended.has(id)) {
    return refuse(`Container ${id} has ended: remove it before its id is used again`);
  }
  const problem = unlaunchable(launch);
  if (problem !== undefined) return refuse(problem);
  if (own.isFull) return refuse("This agent runs too many containers: end some", 503);
  const parent = surroundings(context, id);
  if (typeof parent === "string") return refuse(parent);
  const container = newContainer(context, launch, parent, requestId);
  own.live.set(id, container);
  outbox.info(
    `Creating sandbox '${container.sandbox}'${container.user === undefined ? "" : ` for user '${container.user}'`} and starting container ${id}`,
  );
  const { sandbox, user } = container;
  outbox.push({ type: "make-sandbox", path: sandbox, latest: undefined, user });
  if (parent === undefined) {
    gc.unschedule(sandbox);
    outbox.push({ type: "attach-path", path: sandbox, virtualPath: sandbox });
  }
  outbox.push({ type: "start-container", spec: specOf(container, launch, parent) });
}

function unlaunchable({ field, command, container }: LaunchCall): string | undefined {
  if (container !== undefined && container.type !== "MESOS") {
    return "The provided ContainerInfo is not supported";
  }
  const unsupported = unsupportedLaunch(field, command, container);
  if (unsupported !== undefined) return unsupported;
  // Mesos could take it from an image.
  return (command.value ?? "") === ""
    ? `Expecting '${field}.command.value' to be present: without an image there is nothing else to run`
    : undefined;
}

/** Of the parent; undefined for standalone containers. A text says why nothing can be nested there. */
function surroundings(context: AgentContext, id: string): Surroundings | undefined | string {
  const parentId = parentOf(id);
  if (parentId === undefined) return undefined;
  const found = findLive(context, parentId);
  if (found === undefined) return `Parent container ${parentId} does not exist`;
  return found.type === "own" && found.container.state === "ending"
    ? `Parent container ${parentId} is in 'DESTROYING' state`
    : surroundingsOf(context, found);
}

/** A session works where its parent does, and with its environment. */
function newContainer(
  { config }: AgentContext,
  { id, command, container, resources, limits, isDebug }: LaunchCall,
  parent: Surroundings | undefined,
  requestId: RequestId,
): OwnContainer {
  const name = id.slice(id.lastIndexOf(".") + 1);
  const sandbox =
    parent === undefined
      ? standaloneSandbox(config.workDir, name)
      : nestedSandbox(parent.sandbox, name);
  const terminal = terminalOf(container);
  const above = isDebug ? parent : undefined;
  return {
    id,
    sandbox,
    workingFolder: above?.workingFolder ?? sandbox,
    user: (config.switchUser ? command.user : undefined) ?? parent?.user,
    environment: {
      ...(above?.environment ?? { MESOS_SANDBOX: sandbox }),
      ...variables(command.environment),
    },
    isDebug,
    ...{ resources, limits },
    interaction: terminal === undefined ? (isDebug ? {} : undefined) : { terminal },
    state: "starting",
    pid: undefined,
    launcher: requestId,
  };
}

function specOf(
  own: OwnContainer,
  { command, container }: LaunchCall,
  parent: Surroundings | undefined,
): ContainerSpec {
  const { id, sandbox, workingFolder, environment, user, interaction } = own;
  return {
    containerId: id,
    ...{ sandbox, workingFolder, environment, user },
    command: commandOf(command),
    uris: command.uris ?? [],
    rlimits: container?.rlimit_info,
    links: (container?.volumes ?? []).map((volume) => linkOf(volume, sandbox, parent)),
    ...(interaction === undefined ? {} : { interaction }),
    notes: notesOf(own, { command, container }),
  };
}

/** Relative paths of the host, and `SELF`, are in the container's own sandbox. */
function linkOf(
  { container_path, host_path, source }: NonNullable<ContainerInfo["volumes"]>[number],
  sandbox: string,
  parent: Surroundings | undefined,
): ContainerSpec["links"][number] {
  const path = container_path.startsWith("/") ? container_path : `${sandbox}/${container_path}`;
  const shared = source?.sandbox_path;
  if (shared !== undefined) {
    const owner = shared.type === "PARENT" ? parent?.sandbox : sandbox;
    return { path, target: `${owner ?? sandbox}/${shared.path}`, createTarget: true };
  }
  const from = source?.host_path?.path ?? host_path ?? "";
  const isAbsolute = from.startsWith("/");
  return { path, target: isAbsolute ? from : `${sandbox}/${from}`, createTarget: !isAbsolute };
}
