/** The layout of Mesos's work_dir, below it (`sandbox`) and below its `meta` (checkpoints). */

export function metaAgent(agentId: string): string {
  return `slaves/${agentId}`;
}

/** Only there while the agent drains. */
export function drainConfigPath(agentId: string): string {
  return `${metaAgent(agentId)}/drain.config`;
}

export function metaFramework(agentId: string, frameworkId: string): string {
  return `${metaAgent(agentId)}/frameworks/${frameworkId}`;
}

export function metaExecutor(agentId: string, frameworkId: string, executorId: string): string {
  return `${metaFramework(agentId, frameworkId)}/executors/${executorId}`;
}

export function metaRun(
  agentId: string,
  frameworkId: string,
  executorId: string,
  containerId: string,
): string {
  return `${metaExecutor(agentId, frameworkId, executorId)}/runs/${containerId}`;
}

export function executorSandbox(
  workDir: string,
  agentId: string,
  frameworkId: string,
  executorId: string,
  containerId: string,
): string {
  return `${workDir}/slaves/${agentId}/frameworks/${frameworkId}/executors/${executorId}/runs/${containerId}`;
}

/** Where a task of a group works: below its executor's sandbox. */
export function nestedSandbox(executorSandbox: string, nestedId: string): string {
  return `${executorSandbox}/containers/${nestedId}`;
}

/** Where a container without a parent works that an operator launched. */
export function standaloneSandbox(workDir: string, containerId: string): string {
  return `${workDir}/containers/${containerId}`;
}

/** How the endpoints let one find the newest sandbox of an executor. */
export function virtualSandbox(frameworkId: string, executorId: string): string {
  return `/frameworks/${frameworkId}/executors/${executorId}/runs/latest`;
}

/** What an agent knows of one operation, by the operation's UUID. */
export function metaOperation(agentId: string, uuid: string): string {
  return `${metaAgent(agentId)}/operations/${uuid}`;
}

export function operationUpdatesPath(agentId: string, uuid: string): string {
  return `${metaOperation(agentId, uuid)}/operation.updates`;
}
