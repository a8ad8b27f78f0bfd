/** `POST /api/v1`, and `POST /teardown`. */
import type { MasterEvent, Reply } from "./contract.ts";
import type { Core } from "./core.ts";
import { removeFramework } from "./frameworks.ts";
import { subscribeOperator } from "./operator-events.ts";
import { operate } from "./operator-operations.ts";
import { removeQuota, setQuota, updateQuota } from "./quota-calls.ts";
import { receiveServiceCall } from "./service-calls.ts";
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
    case "GET_STATE":
    case "GET_TASKS":
    case "GET_EXECUTORS":
    case "GET_FRAMEWORKS":
    case "GET_AGENTS":
      core.reply(requestId, { type: "state", call: call.type });
      return;
    case "SUBSCRIBE":
      subscribeOperator(core, requestId);
      return;
    case "TEARDOWN":
      core.reply(requestId, tearDown(core, call.teardown?.framework_id.value ?? ""));
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
      if (receiveServiceCall(core, requestId, call)) return;
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

type Refusal = Extract<Reply, { type: "refused" }>;

function refused(status: Refusal["status"], text: string): Refusal {
  return { type: "refused", status, text };
}
