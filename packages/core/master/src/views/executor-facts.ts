import { type ExecutorInfo, master, toJson } from "@mesos-ts/protos";
import type { Resources } from "@mesos-ts/resources";
import type { Executor } from "../model.ts";
import { executorJson } from "./framework-json.ts";
import { type Forms, Shown } from "./shown.ts";

/** An executor, which never changes, and where it is. */
export interface ExecutorFacts {
  readonly info: ExecutorInfo;
  readonly resources: Resources;
  readonly agentId: string;
}

const FORMS: Forms<ExecutorFacts> = {
  v0: ({ info, resources, agentId }) => executorJson(info, resources, agentId),
  v1: (facts) => toJson(master.Response_GetExecutors_Executor, executorMessage(facts)),
  bytes: (facts, writer) =>
    master.Response_GetExecutors_Executor.encodeTo(executorMessage(facts), writer),
};

export function shownExecutor(executor: Executor, agentId: string): Shown<ExecutorFacts> {
  const { info, resources } = executor;
  executor.shown ??= new Shown({ info, resources, agentId }, FORMS);
  return executor.shown;
}

/** As GET_EXECUTORS shows it. */
export function executorMessage({
  info,
  agentId,
}: ExecutorFacts): master.Response_GetExecutors_Executor {
  return { executor_info: info, agent_id: { value: agentId } };
}
