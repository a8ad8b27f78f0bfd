import { connect } from "node:net";
import { httpGet } from "./http-get.ts";
import type { Command, Containerizer } from "./types.ts";

/** Where Mesos's checks connect to: the task shares the agent's loopback. */
const LOOPBACK_V4 = "127.0.0.1";
const LOOPBACK_V6 = "::1";

/**
 * The result of one probe. `ok` says that the probe got an answer to judge: a connection, an HTTP
 * status code, an exit code. `error` says why it got none.
 */
export type TcpProbeResult =
  | { readonly ok: true; readonly succeeded: boolean; readonly error?: string }
  | { readonly ok: false; readonly error: string };
export type HttpProbeResult =
  | { readonly ok: true; readonly httpStatusCode: number }
  | { readonly ok: false; readonly error: string };
export type CommandProbeResult =
  | { readonly ok: true; readonly exitCode: number; readonly output: string }
  | { readonly ok: false; readonly error: string; readonly output: string };

export interface TcpProbe {
  readonly port: number;
  readonly ipv6?: boolean;
  /** Host to connect to; default loopback. */
  readonly host?: string;
  /** Milliseconds; 0: no limit. */
  readonly timeoutMs: number;
}

export interface HttpProbe extends TcpProbe {
  readonly scheme?: "http" | "https";
  /** Path and query; default none. */
  readonly path?: string;
}

export interface CommandProbe {
  readonly containerId: string;
  readonly command: Command;
  readonly environment?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

const hostOf = (probe: TcpProbe): string =>
  probe.host ?? (probe.ipv6 === true ? LOOPBACK_V6 : LOOPBACK_V4);

/** The way Mesos prints a timeout: `20secs`, `500ms`. */
function duration(ms: number): string {
  return ms % 1000 === 0 ? `${ms / 1000}secs` : `${ms}ms`;
}

const validPort = (port: number): boolean => Number.isInteger(port) && port > 0 && port < 65_536;

/** Connects once. A refused connection is an answer (`succeeded: false`), a timeout is none. */
export function probeTcp(probe: TcpProbe): Promise<TcpProbeResult> {
  const { promise, resolve } = Promise.withResolvers<TcpProbeResult>();
  if (!validPort(probe.port)) {
    resolve({ ok: false, error: `Invalid port ${probe.port}` });
    return promise;
  }
  const socket = connect({ host: hostOf(probe), port: probe.port });
  const timer =
    probe.timeoutMs > 0
      ? setTimeout(
          () =>
            done({
              ok: false,
              error: `TCP connection timed out after ${duration(probe.timeoutMs)}`,
            }),
          probe.timeoutMs,
        )
      : undefined;
  const done = (result: TcpProbeResult): void => {
    clearTimeout(timer);
    socket.destroy();
    resolve(result);
  };
  socket.once("connect", () => done({ ok: true, succeeded: true }));
  socket.once("error", (error) => done({ ok: true, succeeded: false, error: error.message }));
  return promise;
}

/** GETs once, as `curl -s -S -L -k` does; the body is read to its end and dropped. */
export async function probeHttp(probe: HttpProbe): Promise<HttpProbeResult> {
  if (!validPort(probe.port)) {
    return { ok: false, error: `Invalid port ${probe.port}` };
  }
  const host = hostOf(probe);
  const name = host.includes(":") ? `[${host}]` : host;
  const path = probe.path ?? "";
  const url = `${probe.scheme ?? "http"}://${name}:${probe.port}${path === "" || path.startsWith("/") ? "" : "/"}${path}`;
  const stop = new AbortController();
  const timer = probe.timeoutMs > 0 ? setTimeout(() => stop.abort(), probe.timeoutMs) : undefined;
  try {
    const response = await httpGet(url, { signal: stop.signal, insecure: true });
    for await (const _chunk of response) {
      // Dropped.
    }
    return { ok: true, httpStatusCode: response.statusCode ?? 0 };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const reason = stop.signal.aborted ? `timed out after ${duration(probe.timeoutMs)}` : text;
    return { ok: false, error: `GET ${url}: ${reason}` };
  } finally {
    clearTimeout(timer);
  }
}

/** Runs a command once beside a container. */
export async function probeCommand(
  containerizer: Pick<Containerizer, "exec">,
  probe: CommandProbe,
): Promise<CommandProbeResult> {
  const result = await containerizer.exec(probe);
  switch (result.type) {
    case "refused":
      return { ok: false, error: result.message, output: "" };
    case "timed-out":
      return {
        ok: false,
        error: `Command timed out after ${duration(probe.timeoutMs)}`,
        output: result.output,
      };
    case "finished":
      return result.status.type === "exited"
        ? { ok: true, exitCode: result.status.code, output: result.output }
        : { ok: false, error: "Command did not exit by itself", output: result.output };
    default: {
      const never: never = result;
      return never;
    }
  }
}
