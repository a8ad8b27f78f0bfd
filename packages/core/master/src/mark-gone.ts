/** MARK_AGENT_GONE: an agent that will never come back. */
import { markedGone } from "./agent-loss.ts";
import type { Reply, RequestId } from "./contract.ts";
import type { Core } from "./core.ts";

type Refusal = Extract<Reply, { type: "refused" }>;

/** Answered when the registry has it. A second time it is done already. */
export function markAgentGone(core: Core, requestId: RequestId, agentId: string): void {
  core.log("INFO", `Marking agent '${agentId}' as gone`);
  if (core.agents.gone.has(agentId)) {
    core.reply(requestId, { type: "ok" });
    return;
  }
  const refusal = refuseGone(core, agentId);
  if (refusal !== undefined) {
    core.log("WARNING", `Not marking agent '${agentId}' as gone: ${refusal.text}`);
    core.reply(requestId, refusal);
    return;
  }
  persistGone(core, agentId, (ok) =>
    core.reply(
      requestId,
      ok ? { type: "ok" } : refused(500, `Failed to mark agent '${agentId}' as gone`),
    ),
  );
}

/** In the registry, then here, then `then`. Meanwhile nothing else may happen to the agent. */
export function persistGone(core: Core, agentId: string, then: (ok: boolean) => void): void {
  const atMs = core.nowMs;
  core.agents.markingGone.add(agentId);
  core.persist({ type: "mark-gone", agentId, atMs }, (ok) => {
    core.agents.markingGone.delete(agentId);
    if (ok) markedGone(core, agentId, atMs);
    then(ok);
  });
}

function refuseGone(core: Core, agentId: string): Refusal | undefined {
  const { markingGone, removing, markingUnreachable } = core.agents;
  const { registered, recovered, unreachable } = core.agents;
  if (markingGone.has(agentId)) {
    return refused(503, `Agent '${agentId}' is already being transitioned to gone`);
  }
  if (removing.has(agentId)) {
    return refused(503, `Agent '${agentId}' is being transitioned to removed`);
  }
  if (markingUnreachable.has(agentId)) {
    return refused(503, `Agent '${agentId}' is being transitioned to unreachable`);
  }
  return registered.has(agentId) || recovered.has(agentId) || unreachable.has(agentId)
    ? undefined
    : refused(404, `Agent '${agentId}' not found`);
}

function refused(status: Refusal["status"], text: string): Refusal {
  return { type: "refused", status, text };
}
