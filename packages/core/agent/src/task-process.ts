import { formatDuration, fromNanoseconds } from "@mesos-ts/base";
import type { CheckStatusInfo, TaskStatus } from "@mesos-ts/protos";
import {
  checkProbe,
  checkStatus,
  checkText,
  emptyCheckStatus,
  HealthJudge,
  healthProbe,
  isHealthy,
  outcomeText,
  scheduleOf,
} from "./checker.ts";
import type { ExitStatus, Probe, ProbeOutcome, TimeMs } from "./contract.ts";
import type { Outbox } from "./outbox.ts";
import { exitText, type TaskRecord } from "./state.ts";
import type { Timers } from "./timers.ts";

const SIGTERM = 15;
/** As Mesos's command executor: between SIGTERM and SIGKILL unless a kill policy says otherwise. */
const DEFAULT_KILL_GRACE_MS = 3000;

/** What a task's own supervision says of it; the agent makes a status update of it. */
export interface TaskReport {
  readonly state: TaskStatus["state"];
  readonly message?: string;
  readonly reason?: NonNullable<TaskStatus["reason"]>;
  readonly healthy?: boolean;
  readonly checkStatus?: CheckStatusInfo;
}

/** What a supervised task needs from its agent. */
export interface TaskHost {
  readonly outbox: Outbox;
  readonly timers: Timers;
  readonly agentId: string | undefined;
  readonly hostname: string;
  /** Of Mesos, as executors write it into their logs. */
  readonly version: string;
  report(record: TaskRecord, report: TaskReport, nowMs: TimeMs): void;
  /** Starts a probe; its outcome comes back through `done`. */
  probe(
    probe: Probe,
    timeoutMs: number,
    done: (outcome: ProbeOutcome, nowMs: TimeMs) => void,
  ): void;
}

/**
 * The supervision of one task that this agent runs itself: from its process's start to its end,
 * with checks, kill policy and maximum completion time. It plays the part that Mesos gives to an
 * executor process, and reports what that executor would.
 */
export class TaskProcess {
  readonly #record: TaskRecord;
  readonly #host: TaskHost;
  #pid: number | undefined;
  #killing = false;
  /** When the first kill came, and when it turns into SIGKILL. */
  #killed: { readonly sinceMs: TimeMs; readonly escalateMs: TimeMs } | undefined;
  #overtime = false;
  #unhealthy = false;
  #ended = false;
  #introduced = false;
  /** A kill that came before the process did. */
  #earlyKill: { readonly graceMs: number | undefined } | undefined;

  constructor(record: TaskRecord, host: TaskHost) {
    this.#record = record;
    this.#host = host;
  }

  get pid(): number | undefined {
    return this.#pid;
  }

  get killing(): boolean {
    return this.#killing;
  }

  /** The process runs: the first two updates, and the clocks start. */
  started(pid: number, nowMs: TimeMs): void {
    this.announce(nowMs);
    this.running(pid, nowMs);
  }

  announce(nowMs: TimeMs): void {
    this.#report({ state: "TASK_STARTING", ...this.#initialCheckStatus() }, nowMs);
  }

  running(pid: number, nowMs: TimeMs): void {
    this.#pid = pid;
    this.introduce();
    this.#log(`Forked command at ${pid}`);
    this.#report({ state: "TASK_RUNNING", ...this.#initialCheckStatus() }, nowMs);
    this.#watch(nowMs, nowMs);
    if (this.#earlyKill !== undefined) this.kill(this.#earlyKill.graceMs, nowMs);
  }

  /**
   * Writes the lines that Mesos's executor writes into the sandbox's stderr before it runs a task:
   * once, and after those of the fetcher.
   */
  introduce(): void {
    if (this.#introduced) return;
    this.#introduced = true;
    const { executor, id, info } = this.#record;
    const { agentId, hostname, version } = this.#host;
    const limit = info.max_completion_time?.nanoseconds;
    const lines = [
      `Version: ${version}`,
      `Executor registered on agent ${agentId ?? ""}`,
      "Received SUBSCRIBED event",
      `Subscribed executor on ${hostname}`,
      `Received ${executor.kind === "group" ? "LAUNCH_GROUP" : "LAUNCH"} event`,
      ...(limit === undefined ? [] : [`Task ${id} has a max completion time of ${span(limit)}`]),
      `Starting task ${id}`,
    ];
    this.#log(lines.join("\n"));
  }

  /** The agent came back and found the process alive. */
  resumed(pid: number, startedMs: TimeMs, nowMs: TimeMs): void {
    this.#pid = pid;
    this.#watch(startedMs, nowMs);
  }

  /** A kill was under way when the agent went down. */
  killed(): void {
    this.#killing = true;
  }

  exited(exit: ExitStatus, nowMs: TimeMs): void {
    if (this.#ended) return;
    this.end();
    const text = exitText(exit);
    this.#log(`Command ${text} (pid: ${this.#pid ?? 0})`);
    const message = `Command ${text}`;
    if (this.#overtime) {
      this.#report(
        { state: "TASK_FAILED", message, reason: "REASON_MAX_COMPLETION_TIME_REACHED" },
        nowMs,
      );
    } else if (this.#killing) {
      const health = this.#unhealthy ? { healthy: false } : {};
      this.#report({ state: "TASK_KILLED", message, ...health }, nowMs);
    } else {
      const succeeded = exit.type === "exited" && exit.code === 0;
      const state = succeeded ? "TASK_FINISHED" : "TASK_FAILED";
      this.#report({ state, message, ...this.#initialCheckStatus() }, nowMs);
    }
  }

  /**
   * SIGTERM now, SIGKILL when the grace period is over. The period counts from the first kill on; a
   * second kill may only shorten it.
   */
  kill(graceMs: number | undefined, nowMs: TimeMs): void {
    if (this.#ended) return;
    if (this.#pid === undefined) {
      this.#earlyKill = { graceMs };
      return;
    }
    const policy = this.#record.info.kill_policy?.grace_period?.nanoseconds;
    const grace = graceMs ?? (policy === undefined ? DEFAULT_KILL_GRACE_MS : policy / 1e6);
    const again = this.#killing;
    this.#killing = true;
    if (!again) {
      if (!this.#overtime) {
        const { id } = this.#record;
        this.#log(`Received kill for task ${id} with grace period of ${span(grace * 1e6)}`);
      }
      this.#stopChecks();
      const { framework } = this.#record.executor;
      const announced = (framework.info.capabilities ?? []).some(
        ({ type }) => type === "TASK_KILLING_STATE",
      );
      // Mesos's executor goes from TASK_RUNNING to TASK_FAILED when the time is over.
      if (announced && !this.#overtime) this.#report({ state: "TASK_KILLING" }, nowMs);
      this.#log(`Sending SIGTERM to process tree at pid ${this.#pid ?? 0}`);
      this.#host.outbox.push({
        type: "signal-container",
        containerId: this.#record.containerId,
        signal: SIGTERM,
      });
      this.#log(`Scheduling escalation to SIGKILL in ${span(grace * 1e6)} from now`);
    }
    const sinceMs = this.#killed?.sinceMs ?? nowMs;
    const escalateMs = Math.max(nowMs, sinceMs + grace);
    if (this.#killed !== undefined && this.#killed.escalateMs <= escalateMs) return;
    this.#killed = { sinceMs, escalateMs };
    this.#host.timers.set(this.#timer("kill"), escalateMs, () => {
      const pid = this.#pid ?? 0;
      this.#log(
        `Process ${pid} did not terminate after ${span(grace * 1e6)}, sending SIGKILL to process tree at ${pid}`,
      );
      this.#host.outbox.push({ type: "destroy-container", containerId: this.#record.containerId });
    });
  }

  #watch(startedMs: TimeMs, nowMs: TimeMs): void {
    const { max_completion_time: limit, health_check: health, check } = this.#record.info;
    if (limit !== undefined) {
      this.#host.timers.set(this.#timer("limit"), startedMs + limit.nanoseconds / 1e6, (atMs) => {
        const time = span(limit.nanoseconds);
        this.#log(
          `Killing task ${this.#record.id} which exceeded its maximum completion time of ${time}`,
        );
        this.#overtime = true;
        this.kill(0, atMs);
      });
    }
    if (health !== undefined) this.#watchHealth(new HealthJudge(health, startedMs), nowMs);
    if (check !== undefined) this.#watchCheck(nowMs);
  }

  #watchHealth(judge: HealthJudge, nowMs: TimeMs): void {
    const health = this.#record.info.health_check;
    if (health === undefined) return;
    const probe = healthProbe(this.#record.containerId, health);
    if (probe === undefined) return;
    this.#repeat("health", probe, scheduleOf(health), nowMs, (outcome, atMs) => {
      const verdict = judge.judge(isHealthy(health, outcome), atMs);
      this.#log(
        `${health.type} health check for task '${this.#record.id}' returned: ${outcomeText(outcome)}`,
      );
      if (verdict.type === "nothing-new") return;
      this.#log(`Received task health update, healthy: ${verdict.healthy}`);
      this.#report(
        {
          state: "TASK_RUNNING",
          reason: "REASON_TASK_HEALTH_CHECK_STATUS_UPDATED",
          healthy: verdict.healthy,
        },
        atMs,
      );
      if (!verdict.kill) return;
      this.#unhealthy = true;
      this.kill(undefined, atMs);
    });
  }

  #watchCheck(nowMs: TimeMs): void {
    const check = this.#record.info.check;
    if (check === undefined) return;
    const probe = checkProbe(this.#record.containerId, check);
    if (probe === undefined) return;
    let last = JSON.stringify(emptyCheckStatus(check));
    this.#repeat("check", probe, scheduleOf(check), nowMs, (outcome, atMs) => {
      this.#log(
        `${check.type} check for task '${this.#record.id}' returned: ${outcomeText(outcome)}`,
      );
      const status = checkStatus(check, outcome);
      const text = JSON.stringify(status);
      if (text === last) return;
      last = text;
      this.#log(`Received check update '${checkText(status)}'`);
      this.#report(
        {
          state: "TASK_RUNNING",
          reason: "REASON_TASK_CHECK_STATUS_UPDATED",
          checkStatus: status,
        },
        atMs,
      );
    });
  }

  /** Probes after the delay, then an interval after each outcome, until the task is ending. */
  #repeat(
    name: string,
    probe: Probe,
    schedule: { readonly delayMs: number; readonly intervalMs: number; readonly timeoutMs: number },
    nowMs: TimeMs,
    outcome: (outcome: ProbeOutcome, nowMs: TimeMs) => void,
  ): void {
    const next = (atMs: TimeMs): void => {
      this.#host.timers.set(this.#timer(name), atMs, () => {
        this.#host.probe(probe, schedule.timeoutMs, (found, doneMs) => {
          if (this.#ended || this.#killing) return;
          outcome(found, doneMs);
          next(doneMs + schedule.intervalMs);
        });
      });
    };
    next(nowMs + schedule.delayMs);
  }

  #stopChecks(): void {
    this.#host.timers.cancel(this.#timer("health"));
    this.#host.timers.cancel(this.#timer("check"));
  }

  /** Nothing is watched any more, and nothing reported. */
  end(): void {
    this.#ended = true;
    this.#stopChecks();
    this.#host.timers.cancel(this.#timer("kill"));
    this.#host.timers.cancel(this.#timer("limit"));
  }

  #initialCheckStatus(): { readonly checkStatus?: CheckStatusInfo } {
    const check = this.#record.info.check;
    return check === undefined ? {} : { checkStatus: emptyCheckStatus(check) };
  }

  #timer(name: string): string {
    return `task ${this.#record.containerId} ${name}`;
  }

  #report(report: TaskReport, nowMs: TimeMs): void {
    this.#host.report(this.#record, report, nowMs);
  }

  #log(text: string): void {
    this.#host.outbox.push({ type: "sandbox-log", sandbox: this.#record.sandbox, text });
  }
}

function span(nanoseconds: number): string {
  return formatDuration(fromNanoseconds(nanoseconds));
}
