import { formatDuration, milliseconds } from "@mesos-ts/base";
import type { CommandInfo, Environment } from "@mesos-ts/protos";
import type { AgentContext } from "./context.ts";
import type { Executor } from "./state.ts";

const DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/**
 * The environment of an executor's process, and of the tasks that this agent runs itself.
 * Source: the agent's `executorEnvironment`; what the command itself sets wins.
 */
export function environmentOf(
  context: AgentContext,
  executor: Executor,
  command: CommandInfo | undefined,
): Record<string, string> {
  const { config } = context;
  const { port, hostname } = config.info;
  const grace =
    executor.info.shutdown_grace_period?.nanoseconds ?? config.executorShutdownGracePeriodMs * 1e6;
  const role = executor.info.resources?.[0]?.allocation_info?.role;
  return {
    PATH: DEFAULT_PATH,
    ...config.executorEnvironment,
    LIBPROCESS_IP: config.ip,
    LIBPROCESS_PORT: "0",
    MESOS_AGENT_ENDPOINT: `${config.ip}:${port ?? 0}`,
    MESOS_CHECKPOINT: executor.checkpointed ? "1" : "0",
    MESOS_DIRECTORY: executor.sandbox,
    MESOS_EXECUTOR_ID: executor.id,
    MESOS_EXECUTOR_SHUTDOWN_GRACE_PERIOD: formatDuration(milliseconds(grace / 1e6)),
    MESOS_FRAMEWORK_ID: executor.framework.id,
    MESOS_HTTP_COMMAND_EXECUTOR: "0",
    MESOS_SANDBOX: executor.sandbox,
    MESOS_SLAVE_ID: context.agentId ?? hostname,
    MESOS_SLAVE_PID: context.self,
    ...(role === undefined ? {} : { MESOS_ALLOCATION_ROLE: role }),
    ...(executor.checkpointed
      ? {
          MESOS_RECOVERY_TIMEOUT: formatDuration(milliseconds(config.recoveryTimeoutMs)),
          MESOS_SUBSCRIPTION_BACKOFF_MAX: formatDuration(
            milliseconds(config.executorReregistrationTimeoutMs),
          ),
        }
      : {}),
    ...variables(executor.info.command?.environment),
    ...variables(command?.environment),
  };
}

export function variables(environment: Environment | undefined): Record<string, string> {
  return Object.fromEntries(
    (environment?.variables ?? [])
      .filter(({ type }) => type !== "SECRET")
      .map(({ name, value }) => [name, value ?? ""]),
  );
}
