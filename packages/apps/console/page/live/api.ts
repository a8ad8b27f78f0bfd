/** Requests to the master, and through it to agents. */
import type { AgentState, Listed } from "../model/sandbox.ts";
import type {
  ClusterStatus,
  GetMaster,
  Registry,
  Schedule,
  WireFramework,
  WireRole,
} from "../model/wire.ts";
import type { FilePart } from "./follow.ts";

/** A request that takes longer is given up. */
const TIMEOUT_MS = 20_000;

/** A request that was not answered with what was asked for. `status` is 0 without any answer. */
export class RequestError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function request(url: string, init?: RequestInit): Promise<string> {
  let response: Response;
  try {
    response = await fetch(url, {
      cache: "no-store",
      // The page follows the leader as a whole, when the stream ends: the policy allows no request
      // to another master.
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...init,
    });
  } catch {
    throw new RequestError(0, "No answer.");
  }
  if (response.type === "opaqueredirect") throw new RequestError(307, "This master does not lead.");
  const text = await response.text();
  if (!response.ok) {
    throw new RequestError(response.status, text.trim() || `The answer is ${response.status}.`);
  }
  return text;
}

async function requestJson<T>(url: string, init?: RequestInit): Promise<T> {
  const text = await request(url, init);
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new RequestError(200, "The answer is not JSON.");
  }
}

/** A call of the operators' API, as its reference names it. Its answer, if it has one. */
export async function call<T = object>(type: string, payload?: object): Promise<T> {
  const body = payload === undefined ? { type } : { type, [type.toLowerCase()]: payload };
  const text = await request("/api/v1", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
  });
  return (text.trim() === "" ? {} : JSON.parse(text)) as T;
}

export const getMaster = (): Promise<GetMaster> => call<GetMaster>("GET_MASTER");

export async function getFrameworks(): Promise<readonly WireFramework[]> {
  type Answer = { get_frameworks?: { frameworks?: readonly WireFramework[] } };
  return (await call<Answer>("GET_FRAMEWORKS")).get_frameworks?.frameworks ?? [];
}

export async function getRoles(): Promise<readonly WireRole[]> {
  return (await requestJson<{ roles?: readonly WireRole[] }>("/roles")).roles ?? [];
}

export async function getSchedule(): Promise<Schedule> {
  type Answer = { get_maintenance_schedule?: { schedule?: Schedule } };
  return (await call<Answer>("GET_MAINTENANCE_SCHEDULE")).get_maintenance_schedule?.schedule ?? {};
}

export async function getMaintenanceStatus(): Promise<ClusterStatus> {
  type Answer = { get_maintenance_status?: { status?: ClusterStatus } };
  return (await call<Answer>("GET_MAINTENANCE_STATUS")).get_maintenance_status?.status ?? {};
}

export const getRegistry = (): Promise<Registry> => requestJson<Registry>("/registrar(1)/registry");

export const getMetrics = (): Promise<Readonly<Record<string, number>>> =>
  requestJson("/metrics/snapshot");

export const getVersion = (): Promise<{
  readonly version?: string;
  readonly build_date?: string;
  readonly build_user?: string;
}> => requestJson("/version");

/** Of the master itself. */
const MASTER_LOG = "/master/log";

const textOf = (query: Readonly<Record<string, string | number | undefined>>): string => {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
  return text.size === 0 ? "" : `?${text}`;
};

/** A place with files: the leading master, or an agent. */
export interface Files {
  readonly read: (path: string, offset: number, length: number | undefined) => Promise<FilePart>;
  readonly browse: (path: string) => Promise<readonly Listed[]>;
  readonly downloadUrl: (path: string) => string;
}

function filesAt(prefix: string): Files {
  return {
    // An offset of -1 asks for the size.
    read: (path, offset, length) =>
      requestJson(`${prefix}/files/read${textOf({ path, offset, length })}`),
    browse: (path) => requestJson(`${prefix}/files/browse${textOf({ path })}`),
    downloadUrl: (path) => `${prefix}/files/download${textOf({ path })}`,
  };
}

const agentUrl = (agentId: string): string => `/agent/${encodeURIComponent(agentId)}`;

export const agentFiles = (agentId: string): Files => filesAt(agentUrl(agentId));
export const masterFiles: Files = filesAt("");
export { MASTER_LOG };

export const getAgentState = (agentId: string): Promise<AgentState> =>
  requestJson(`${agentUrl(agentId)}/state`);

/** What a container uses now. */
export interface ContainerUse {
  readonly container_id?: string;
  readonly executor_id?: string;
  readonly framework_id?: string;
  readonly statistics?: {
    readonly timestamp?: number;
    readonly cpus_user_time_secs?: number;
    readonly cpus_system_time_secs?: number;
    readonly mem_rss_bytes?: number;
    readonly disk_used_bytes?: number;
  };
}

export const getContainers = (agentId: string): Promise<readonly ContainerUse[]> =>
  requestJson(`${agentUrl(agentId)}/containers`);
