import type { ProbeOutcome } from "@mesos-ts/agent";
import { type Containerizer, probeCommand, probeHttp, probeTcp } from "@mesos-ts/containerizer";
import type { Dispatch, EffectOf } from "./port.ts";

/** Carries a check's probe out; its outcome becomes an event. */
export async function runProbe(
  effect: EffectOf<"probe">,
  containerizer: Containerizer,
  dispatch: Dispatch,
): Promise<void> {
  let outcome: ProbeOutcome;
  try {
    outcome = await probe(effect, containerizer);
  } catch (cause) {
    outcome = { type: "failed", reason: cause instanceof Error ? cause.message : String(cause) };
  }
  dispatch({ type: "probe-done", probeId: effect.probeId, outcome });
}

async function probe(
  { probe: wanted, timeoutMs }: EffectOf<"probe">,
  containerizer: Containerizer,
): Promise<ProbeOutcome> {
  switch (wanted.type) {
    case "command": {
      const { containerId, command, environment } = wanted;
      const spec = { containerId, command, environment, timeoutMs };
      const result = await probeCommand(containerizer, spec);
      return result.ok
        ? { type: "command", exitCode: result.exitCode }
        : { type: "failed", reason: result.error };
    }
    case "http": {
      const url = new URL(wanted.url);
      const scheme = url.protocol === "https:" ? "https" : "http";
      const result = await probeHttp({
        scheme,
        host: url.hostname,
        port: Number(url.port || (scheme === "https" ? 443 : 80)),
        path: url.pathname + url.search,
        timeoutMs,
      });
      return result.ok
        ? { type: "http", statusCode: result.httpStatusCode }
        : { type: "failed", reason: result.error };
    }
    case "tcp": {
      const result = await probeTcp({ host: wanted.host, port: wanted.port, timeoutMs });
      return result.ok
        ? { type: "tcp", succeeded: result.succeeded }
        : { type: "failed", reason: result.error };
    }
    default:
      return wanted satisfies never;
  }
}
