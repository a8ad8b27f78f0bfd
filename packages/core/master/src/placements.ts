/** What frameworks have on agents: executors, and the resources in use. */

import type { ExecutorInfo } from "@mesos-ts/protos";
import { Resources } from "@mesos-ts/resources";
import type { Core } from "./core.ts";
import type { Agent, Executor, Framework, Placement } from "./model.ts";

/** The placement of the framework on the agent, made when there is none yet. */
export function placementOf(framework: Framework, agent: Agent): Placement {
  const known = agent.placements.get(framework.id);
  if (known !== undefined) return known;
  const placement: Placement = {
    agentId: agent.id,
    frameworkId: framework.id,
    tasks: new Map(),
    executors: new Map(),
    used: Resources.none,
  };
  agent.placements.set(framework.id, placement);
  framework.placements.set(agent.id, placement);
  return placement;
}

/** Forgets a placement that nothing is in any more. */
export function tidyPlacement(framework: Framework | undefined, agent: Agent, id: string): void {
  const placement = agent.placements.get(id);
  if (placement === undefined || placement.tasks.size > 0 || placement.executors.size > 0) return;
  agent.placements.delete(id);
  framework?.placements.delete(agent.id);
}

/** An executor's resources count once, from its first task until it exits. */
export function addExecutor(framework: Framework, agent: Agent, info: ExecutorInfo): Executor {
  const placement = placementOf(framework, agent);
  const resources = Resources.of(info.resources);
  const executor: Executor = { info, resources, shown: undefined };
  placement.executors.set(info.executor_id.value, executor);
  placement.used = placement.used.plus(executor.resources);
  return executor;
}

/** Its resources go back to the allocator. */
export function removeExecutor(core: Core, agent: Agent, frameworkId: string, id: string): void {
  const placement = agent.placements.get(frameworkId);
  const executor = placement?.executors.get(id);
  if (placement === undefined || executor === undefined) return;
  core.log("INFO", `Removing executor '${id}' of framework ${frameworkId} on agent ${agent.id}`);
  placement.executors.delete(id);
  placement.used = placement.used.minus(executor.resources);
  core.allocator.recover(
    frameworkId,
    agent.id,
    executor.resources,
    "freed",
    undefined,
    core.steadyMs,
  );
  tidyPlacement(core.frameworks.registered.get(frameworkId), agent, frameworkId);
}
