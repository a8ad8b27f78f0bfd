import type { FrameworkInfo, TaskStatus } from "@mesos-ts/protos";
import type { AgentContext } from "./context.ts";

/**
 * What a killed task is told while the agent drains, whoever killed it. A task that is only being
 * killed keeps its state: its process is still there.
 */
export function drainedStatus(
  { draining }: AgentContext,
  framework: FrameworkInfo,
  status: TaskStatus,
): TaskStatus {
  if (draining === undefined) return status;
  if (status.state !== "TASK_KILLING" && status.state !== "TASK_KILLED") return status;
  const isGone =
    status.state === "TASK_KILLED" &&
    draining.config.mark_gone === true &&
    (framework.capabilities ?? []).some(({ type }) => type === "PARTITION_AWARE");
  return {
    ...status,
    reason: "REASON_AGENT_DRAINING",
    ...(isGone ? { state: "TASK_GONE_BY_OPERATOR" } : {}),
  };
}
