import { err, ok, type Result } from "@mesos-ts/base";
import type { internal, Operation } from "@mesos-ts/protos";
import { applyCheckpointed, Resources } from "@mesos-ts/resources";
import type { AgentContext } from "./context.ts";
import type { RecoveredAgent, TimeMs } from "./contract.ts";
import { uuidText } from "./operation-updates.ts";
import { carryOut, tellStatus } from "./operations.ts";
import { metaOperation, operationUpdatesPath } from "./paths.ts";
import { checkpointOperations, commitResources } from "./resource-state.ts";

/** What earlier operations made of the agent's resources; refused when they do not fit any more. */
export function recoverResources(context: AgentContext, recovered: RecoveredAgent): Result<void> {
  if (context.agentId !== undefined) {
    for (const operation of recovered.operations) {
      context.operations.set(uuidText(operation.uuid.value), operation);
    }
  }
  const before = totalWith(context, recovered.resources);
  if (before.type === "error") return before;
  context.total = before.value;
  if (recovered.targetResources === undefined) return ok(undefined);
  const target = totalWith(context, recovered.targetResources);
  if (target.type === "error") return target;
  commitResources(context, target.value);
  return ok(undefined);
}

function totalWith(
  { config }: AgentContext,
  checkpointed: RecoveredAgent["resources"],
): Result<Resources> {
  const total = applyCheckpointed(config.info.resources, checkpointed);
  return total.type === "ok"
    ? total
    : err(
        `Checkpointed resources ${Resources.of(checkpointed)} are incompatible with agent resources ${Resources.of(config.info.resources)}: ${total.error}`,
      );
}

/** Operations whose outcome nobody acknowledged are told again; half done ones are done. */
export function recoverOperations(
  context: AgentContext,
  { operations, operationUpdates }: RecoveredAgent,
  nowMs: TimeMs,
): void {
  const agentId = context.agentId ?? "";
  for (const operation of operations) {
    const key = uuidText(operation.uuid.value);
    const records = operationUpdates[key] ?? [];
    if (records.some(({ type }) => type === "ACK")) context.operations.delete(key);
    else recoverOperation(context, operation, records, nowMs);
  }
  if (context.operations.size < operations.length) checkpointOperations(context);
  for (const key of Object.keys(operationUpdates)) {
    if (context.operations.has(key)) continue;
    context.outbox.checkpoint({ type: "remove", path: metaOperation(agentId, key) });
  }
}

function recoverOperation(
  context: AgentContext,
  operation: Operation,
  records: readonly internal.UpdateOperationStatusRecord[],
  nowMs: TimeMs,
): void {
  const key = uuidText(operation.uuid.value);
  const update = records.findLast(({ type }) => type === "UPDATE")?.update;
  if (update !== undefined) {
    const path = operationUpdatesPath(context.agentId ?? "", key);
    context.operationUpdates.recovered(key, update, path);
  } else if (operation.latest_status.state === "OPERATION_PENDING") {
    // Apache Mesos writes an operation down before it begins.
    carryOut(context, operation, nowMs);
  } else tellStatus(context, operation, nowMs);
}
