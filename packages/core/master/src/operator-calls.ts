/** `POST /api/v1`, and `POST /teardown`. */
import { markedGone } from "./agent-loss.ts";
import type { MasterEvent, Reply, RequestId } from "./contract.ts";
import type { Core } from "./core.ts";
import { removeFramework } from "./frameworks.ts";
import { subscribeOperator } from "./operator-events.ts";
import { operate } from "./operator-operations.ts";
import { removeQuota, setQuota, updateQuota } from "./quota-calls.ts";
import { validateOperatorCall } from "./validation/operator-call.ts";
import { answerRead } from "./views/operator-reads.ts";
import { updateWeights } from "./weights.ts";

type OperatorCallEvent = Extract<MasterEvent, { type: "operator-call" }>;

export function receiveOperatorCall(core: Core, event: OperatorCallEvent): void {
  const { requestId, call } = event;
  const invalid = validateOperatorCall(call);
  if (invalid !== undefined) {
    core.reply(requestId, refused(400, `Failed to validate master::Call: ${invalid}`));
    return;
  }
  const response = answerRead(core, call.type ?? "UNKNOWN");
  if (response !== undefined) {
    core.reply(requestId, { type: "ok", response });
    return;
  }
  carryOut(core, event);
}

function carryOut(core: Core, { requestId, call, principal }: OperatorCallEvent): void {
  switch (call.type) {
    case "SUBSCRIBE":
      subscribeOperator(core, requestId);
      return;
    case "TEARDOWN":
      core.reply(requestId, tearDown(core, call.teardown?.framework_id.value ?? ""));
      return;
    case "MARK_AGENT_GONE":
      markAgentGone(core, requestId, call.mark_agent_gone?.agent_id.value ?? "");
      return;
    case "UPDATE_QUOTA":
      updateQuota(core, requestId, call.update_quota ?? {});
      return;
    case "SET_QUOTA":
      setQuota(core, requestId, call.set_quota?.quota_request ?? {});
      return;
    case "REMOVE_QUOTA":
      removeQuota(core, requestId, call.remove_quota?.role ?? "");
      return;
    case "UPDATE_WEIGHTS":
      updateWeights(core, requestId, call.update_weights?.weight_infos ?? []);
      return;
    case "RESERVE_RESOURCES":
    case "UNRESERVE_RESOURCES":
    case "CREATE_VOLUMES":
    case "DESTROY_VOLUMES":
    case "GROW_VOLUME":
    case "SHRINK_VOLUME":
      core.reply(requestId, operate(core, call, principal));
      return;
    default:
      core.reply(
        requestId,
        refused(501, `The ${call.type ?? "UNKNOWN"} call is not supported by this release`),
      );
  }
}

/** `POST /teardown`, and TEARDOWN. */
export function tearDown(core: Core, frameworkId: string): Reply {
  const framework = core.frameworks.registered.get(frameworkId);
  if (framework === undefined) return refused(400, "No framework found with specified ID");
  removeFramework(core, framework);
  return { type: "ok" };
}

/** MARK_AGENT_GONE: answered when the registry has it. A second time it is done already. */
function markAgentGone(core: Core, requestId: RequestId, agentId: string): void {
  const { gone, markingGone } = core.agents;
  core.log("INFO", `Marking agent '${agentId}' as gone`);
  if (gone.has(agentId)) {
    core.reply(requestId, { type: "ok" });
    return;
  }
  const refusal = refuseGone(core, agentId);
  if (refusal !== undefined) {
    core.log("WARNING", `Not marking agent '${agentId}' as gone: ${refusal.text}`);
    core.reply(requestId, refusal);
    return;
  }
  markingGone.add(agentId);
  const atMs = core.nowMs;
  core.persist({ type: "mark-gone", agentId, atMs }, (ok) => {
    markingGone.delete(agentId);
    if (!ok) {
      core.reply(requestId, refused(500, `Failed to mark agent '${agentId}' as gone`));
      return;
    }
    markedGone(core, agentId, atMs);
    core.reply(requestId, { type: "ok" });
  });
}

type Refusal = Extract<Reply, { type: "refused" }>;

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
