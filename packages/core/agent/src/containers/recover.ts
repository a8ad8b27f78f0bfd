import type { AgentContext } from "../context.ts";
import type { RecoveredContainer, TimeMs } from "../contract.ts";
import { variables } from "../environment.ts";
import type { GarbageCollector } from "../gc.ts";
import { destroy, forgetWithNested } from "./lifecycle.ts";
import { configOf, mustNotSurvive } from "./notes.ts";
import { type OwnContainer, rootOf } from "./own-containers.ts";
import { terminalOf } from "./terminal.ts";

/** Takes over what operators launched in a root container, as far as the runtime still has it. */
export function recoverNested(
  context: AgentContext,
  containers: Readonly<Record<string, RecoveredContainer>>,
): void {
  for (const [id, container] of Object.entries(containers)) {
    if (id.includes(".")) recoverOne(context, id, container);
  }
}

/** Standalone containers with what is nested in them. Those that have ended meanwhile are forgotten. */
export function recoverStandalone(
  context: AgentContext,
  gc: GarbageCollector,
  containers: Readonly<Record<string, RecoveredContainer>>,
  nowMs: TimeMs,
): void {
  for (const [id, container] of Object.entries(containers)) recoverOne(context, id, container);
  for (const root of new Set(Object.keys(containers).map(rootOf))) {
    const live = context.own.live.get(root);
    if (live !== undefined) {
      const { sandbox } = live;
      context.outbox.push({ type: "attach-path", path: sandbox, virtualPath: sandbox });
      continue;
    }
    const sandbox = configOf(containers[root]?.notes)?.directory;
    if (sandbox !== undefined) gc.schedule(sandbox, nowMs);
    forgetWithNested(context, root, [root]);
  }
}

function recoverOne(context: AgentContext, id: string, recovered: RecoveredContainer): void {
  const { notes = {} } = recovered;
  const config = configOf(notes);
  if (config === undefined) return; // A task's, or the executor's.
  const sandbox = config.directory;
  if (recovered.type === "exited") {
    if (id.includes(".")) context.own.ended.set(id, { sandbox, status: recovered.status });
    return;
  }
  const terminal = terminalOf(config.container_info);
  const container: OwnContainer = {
    ...{ id, sandbox, workingFolder: sandbox },
    user: config.user,
    environment: { MESOS_SANDBOX: sandbox, ...variables(config.command_info.environment) },
    isDebug: config.container_class === "DEBUG",
    interaction: terminal && { terminal },
    resources: config.resources ?? [],
    limits: config.limits ?? {},
    state: "running",
    pid: recovered.pid,
    launcher: undefined,
  };
  context.own.live.set(id, container);
  if (!mustNotSurvive(notes)) return;
  context.outbox.info(`Destroying container ${id}: its session ended with the agent before`);
  destroy(context, container);
}
