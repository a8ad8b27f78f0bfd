/**
 * Whatever happens, in whatever order: nothing throws, and resources are conserved. What the
 * allocator believes a framework holds on an agent is what its tasks, executors and offers hold.
 */
import { createRandom, type Random } from "@mesos-ts/base";
import type { master, scheduler, TaskState } from "@mesos-ts/protos";
import { Resources } from "@mesos-ts/resources";
import { describe, expect, it } from "vitest";
import type { Framework } from "./model.ts";
import { Bench, capabilities, registration, scalar, task } from "./test-harness.ts";

const STATES: readonly TaskState[] = [
  "TASK_STARTING",
  "TASK_RUNNING",
  "TASK_KILLING",
  "TASK_FINISHED",
  "TASK_FAILED",
  "TASK_DROPPED",
  "TASK_GONE",
];
const RESERVED = [{ type: "DYNAMIC" as const, role: "dev", principal: "p" }];
const AGENTS = 3;

/** Chooses what happens next, and lets it happen. */
class Chaos {
  readonly bench = new Bench({ offerTimeoutMs: 7000, agentReregisterTimeoutMs: 120_000 });
  readonly #random: Random;
  #taskNumber = 0;

  constructor(seed: string) {
    this.#random = createRandom(seed);
  }

  happen(): void {
    const actions = [
      this.#agentComes,
      this.#agentReturns,
      this.#agentBreaks,
      this.#agentLeaves,
      this.#agentGone,
      this.#schedulerComes,
      this.#schedulerReturns,
      this.#schedulerBreaks,
      this.#driverComes,
      this.#accept,
      this.#accept,
      this.#accept,
      this.#acceptWrongly,
      this.#decline,
      this.#update,
      this.#update,
      this.#update,
      this.#acknowledge,
      this.#executorExits,
      this.#call,
      this.#teardown,
      this.#takeOut,
      this.#maintain,
      this.#answerInverse,
      this.#confirm,
      this.#pass,
      this.#pass,
    ];
    this.#random.pick(actions).call(this);
  }

  #pid(): string {
    return `slave(1)@10.0.0.${this.#random.int(AGENTS)}:5051`;
  }

  #agentId(): string {
    const { registered, unreachable, recovered } = this.bench.master.core.agents;
    const ids = [...registered.keys(), ...unreachable.keys(), ...recovered.keys(), "m-S99"];
    return this.#random.pick(ids);
  }

  #framework(): Framework | undefined {
    const all = [...this.bench.master.core.frameworks.registered.values()];
    return all.length === 0 ? undefined : this.#random.pick(all);
  }

  #agentComes(): void {
    this.bench.message("RegisterSlaveMessage", registration(), this.#pid());
  }

  #agentReturns(): void {
    const { core } = this.bench.master;
    const id = this.#agentId();
    const agent = core.agents.registered.get(id);
    const frameworks = [...core.frameworks.registered.values()].map(({ info }) => info);
    const known = frameworks.flatMap(({ id: framework }) => {
      const { tasks, unreachableTasks } =
        core.frameworks.registered.get(framework?.value ?? "") ?? {};
      return [...(tasks?.values() ?? []), ...(unreachableTasks?.values() ?? [])];
    });
    const tasks = known
      .filter(({ agentId, message }) => agentId === id && message.executor_id === undefined)
      .filter(() => this.#random.int(3) > 0)
      .map(({ message }) => ({ ...message, state: this.#random.pick(STATES) }));
    this.bench.reregisterAgent(id, { frameworks, tasks }, { pid: agent?.pid ?? this.#pid() });
  }

  #agentBreaks(): void {
    this.bench.step({ type: "exited", pid: this.#pid() });
  }

  #agentLeaves(): void {
    if (this.#random.int(4) > 0) return;
    const pid = this.#pid();
    const id = this.bench.master.core.agents.byPid.get(pid)?.id ?? "x";
    this.bench.message("UnregisterSlaveMessage", { agent_id: { value: id } }, pid);
  }

  #agentGone(): void {
    if (this.#random.int(4) > 0) return;
    const agent_id = { value: this.#agentId() };
    this.bench.operator({ type: "MARK_AGENT_GONE", mark_agent_gone: { agent_id } });
  }

  /** Out of service, and back. */
  #takeOut(): void {
    const agent_id = { value: this.#agentId() };
    const mark_gone = this.#random.int(8) === 0;
    this.bench.operator(
      this.#random.pick<master.Call>([
        { type: "DRAIN_AGENT", drain_agent: { agent_id, mark_gone } },
        { type: "DEACTIVATE_AGENT", deactivate_agent: { agent_id } },
        { type: "REACTIVATE_AGENT", reactivate_agent: { agent_id } },
        { type: "REACTIVATE_AGENT", reactivate_agent: { agent_id } },
      ]),
    );
  }

  #maintain(): void {
    const all = Array.from({ length: AGENTS }, (_, i) => ({
      hostname: this.#random.pick(["host1", "HOST1"]),
      ip: `10.0.0.${i}`,
    }));
    const machines = all.filter(() => this.#random.int(2) === 0);
    const unavailability = { start: { nanoseconds: this.#random.int(5) } };
    const windows = machines.length === 0 ? [] : [{ machine_ids: machines, unavailability }];
    this.bench.operator(
      this.#random.pick<master.Call>([
        {
          type: "UPDATE_MAINTENANCE_SCHEDULE",
          update_maintenance_schedule: { schedule: { windows } },
        },
        { type: "START_MAINTENANCE", start_maintenance: { machines: machines.slice(0, 1) } },
        { type: "STOP_MAINTENANCE", stop_maintenance: { machines: machines.slice(0, 1) } },
      ]),
    );
  }

  #answerInverse(): void {
    const framework = this.#framework();
    if (framework === undefined) return;
    const ids = [...framework.inverseOffers].map(({ id }) => ({ value: id }));
    const answer = { inverse_offer_ids: [...ids, { value: "nope" }], filters: {} };
    this.#callAs(
      framework,
      this.#random.int(2) === 0
        ? { type: "ACCEPT_INVERSE_OFFERS", accept_inverse_offers: answer }
        : { type: "DECLINE_INVERSE_OFFERS", decline_inverse_offers: answer },
    );
  }

  #schedulerComes(): void {
    const kinds = [
      { roles: ["dev"], principal: "p" },
      { roles: ["dev", "other/one"], capabilities: capabilities("MULTI_ROLE") },
      { role: "dev", capabilities: capabilities("PARTITION_AWARE") },
    ];
    this.bench.subscribe({
      ...this.#random.pick(kinds),
      checkpoint: this.#random.int(2) === 0,
      failover_timeout: this.#random.int(60),
    });
  }

  #schedulerReturns(): void {
    const framework = this.#framework();
    if (framework !== undefined) this.bench.subscribe(framework.info);
  }

  #schedulerBreaks(): void {
    const framework = this.#framework();
    if (framework?.connection.type !== "stream") return;
    this.bench.step({ type: "stream-closed", streamId: framework.connection.streamId });
  }

  #driverComes(): void {
    const pid = `scheduler-${this.#random.int(2)}@10.1.1.1:99`;
    if (this.#random.int(3) === 0) {
      this.bench.step({ type: "exited", pid });
      return;
    }
    const known = this.#random.int(2) === 0 ? this.#framework()?.info : undefined;
    const framework_info = known ?? {
      user: "u",
      name: "driver",
      role: "dev",
      failover_timeout: 30,
    };
    const framework_id = framework_info.id;
    const force = this.#random.int(2) === 0;
    this.bench.message(
      "mesos.scheduler.Call",
      { type: "SUBSCRIBE", framework_id, subscribe: { framework_info, force } },
      pid,
    );
  }

  #callAs(framework: Framework, call: Partial<scheduler.Call>): void {
    const full = { ...call, framework_id: { value: framework.id } };
    const { connection } = framework;
    if (connection.type === "pid") {
      this.bench.message("mesos.scheduler.Call", full, connection.pid);
    } else {
      this.bench.call(full, connection.type === "stream" ? connection.streamId : undefined);
    }
  }

  #accept(): void {
    const framework = this.#framework();
    const [offer] = framework?.offers ?? [];
    if (framework === undefined || offer === undefined) return;
    const launches = Array.from({ length: 1 + this.#random.int(3) }, () => {
      const info = task(`t${this.#taskNumber++}`, offer.agent.id);
      if (this.#random.int(3) > 0) return info;
      const { command: _, ...plain } = info;
      const executor = {
        executor_id: { value: `e${this.#random.int(2)}` },
        command: { value: "x" },
        resources: [scalar("cpus", 0.1)],
      };
      return { ...plain, executor };
    });
    const resources = [scalar("disk", 1, { reservations: RESERVED })];
    const operations = this.#random.shuffle([
      { type: "LAUNCH" as const, launch: { task_infos: launches } },
      { type: "RESERVE" as const, reserve: { resources } },
      { type: "UNRESERVE" as const, unreserve: { resources } },
    ]);
    this.#callAs(framework, {
      type: "ACCEPT",
      accept: {
        offer_ids: [{ value: offer.id }],
        operations: operations.slice(this.#random.int(3)),
        filters: { refuse_seconds: this.#random.int(10) },
      },
    });
  }

  #acceptWrongly(): void {
    const framework = this.#framework();
    const ids = [...this.bench.master.core.offers.keys(), "nope"];
    if (framework === undefined) return;
    const offer_ids = [1, 2].map(() => ({ value: this.#random.pick(ids) }));
    const launch = { task_infos: [task("wrong", this.#agentId(), { resources: [] })] };
    const operations = [{ type: "LAUNCH" as const, launch }];
    this.#callAs(framework, { type: "ACCEPT", accept: { offer_ids, operations } });
  }

  #decline(): void {
    const framework = this.#framework();
    if (framework === undefined) return;
    const offer_ids = [...framework.offers].map(({ id }) => ({ value: id }));
    const filters = { refuse_seconds: this.#random.pick([0, 1, 30, -1]) };
    this.#callAs(framework, { type: "DECLINE", decline: { offer_ids, filters } });
  }

  #update(): void {
    const framework = this.#framework();
    const tasks = [...(framework?.tasks.values() ?? [])];
    if (framework === undefined || tasks.length === 0) return;
    const { id, agentId } = this.#random.pick(tasks);
    const more = { latest: this.#random.pick(STATES), uuid: this.#random.int(4) };
    this.bench.update(agentId, framework.id, id, this.#random.pick(STATES), more);
  }

  #acknowledge(): void {
    const framework = this.#framework();
    for (const { id, agentId, message } of framework?.tasks.values() ?? []) {
      const uuid = message.status_update_uuid;
      if (framework === undefined || uuid === undefined) continue;
      this.#callAs(framework, {
        type: "ACKNOWLEDGE",
        acknowledge: { agent_id: { value: agentId }, task_id: { value: id }, uuid },
      });
      return;
    }
  }

  #executorExits(): void {
    const framework = this.#framework();
    this.bench.message("ExitedExecutorMessage", {
      agent_id: { value: this.#agentId() },
      framework_id: { value: framework?.id ?? "x" },
      executor_id: { value: `e${this.#random.int(2)}` },
      status: 0,
    });
  }

  #call(): void {
    const framework = this.#framework();
    if (framework === undefined) return;
    const [first] = framework.tasks.keys();
    this.#callAs(
      framework,
      this.#random.pick<Partial<scheduler.Call>>([
        { type: "REVIVE" },
        { type: "SUPPRESS" },
        { type: "RECONCILE", reconcile: {} },
        { type: "RECONCILE_OPERATIONS", reconcile_operations: {} },
        { type: "KILL", kill: { task_id: { value: first ?? "x" } } },
        {
          type: "UPDATE_FRAMEWORK",
          update_framework: { framework_info: { ...framework.info, name: "renamed" } },
        },
      ]),
    );
  }

  #teardown(): void {
    if (this.#random.int(5) > 0) return;
    this.bench.teardown(this.#framework()?.id ?? "x");
  }

  /** Agents confirm what they were asked to do. */
  #confirm(): void {
    for (const agent of this.bench.master.core.agents.registered.values()) {
      for (const { message } of agent.operations.values()) {
        const uuid = { value: new Uint8Array(16).fill(3) };
        this.bench.message("UpdateOperationStatusMessage", {
          agent_id: { value: agent.id },
          status: { state: "OPERATION_FINISHED", uuid },
          operation_uuid: message.uuid,
        });
      }
    }
  }

  #pass(): void {
    this.bench.advance(this.#random.pick([1, 500, 1000, 5000, 20_000]));
    for (const { pid, connected, observer } of this.bench.master.core.agents.registered.values()) {
      if (connected) this.bench.message("PongSlaveMessage", {}, pid, observer.id);
    }
  }

  /** What is wrong with the books, if anything. */
  audit(): string[] {
    const { core } = this.bench.master;
    const wrong: string[] = [];
    for (const agent of core.agents.registered.values()) {
      const books = core.allocator.holdings(agent.id);
      if (books === undefined) return [`the allocator does not know ${agent.id}`];
      if (!books.total.equals(agent.total)) {
        wrong.push(`${agent.id} has ${agent.total}, the allocator says ${books.total}`);
      }
      let sum = books.available;
      for (const framework of core.frameworks.registered.values()) {
        const used = agent.placements.get(framework.id)?.used ?? Resources.none;
        const offered = [...framework.offers].filter((offer) => offer.agent === agent);
        const held = Resources.sum([used, ...offered.map(({ resources }) => resources)]);
        const believed = books.held.get(framework.id) ?? Resources.none;
        sum = sum.plus(held.unallocated());
        if (!held.equals(believed)) {
          wrong.push(
            `${framework.id} holds ${held} on ${agent.id}, the allocator says ${believed}`,
          );
        }
      }
      if (agent.active && core.agents.deactivated.has(agent.id)) {
        wrong.push(`${agent.id} is deactivated and active`);
      }
      if (!agent.active && agent.offers.size + agent.inverseOffers.size > 0) {
        wrong.push(`${agent.id} is offered although it is not active`);
      }
      if (!sum.equals(agent.total)) wrong.push(`${agent.id} adds up to ${sum}, not ${agent.total}`);
    }
    return [...wrong, ...this.#auditInverse()];
  }

  #auditInverse(): string[] {
    const { core } = this.bench.master;
    return [...core.inverseOffers.values()].flatMap(({ id, framework, agent }) => {
      const isHeld = [...framework.inverseOffers, ...agent.inverseOffers].filter(
        (offer) => offer.id === id,
      );
      const isScheduled = core.maintenance.machines.has(agent.machine);
      const isThere = core.agents.registered.get(agent.id) === agent && framework.active;
      return isHeld.length === 2 && isScheduled && isThere ? [] : [`inverse offer ${id} is stale`];
    });
  }
}

describe("whatever happens", () => {
  const STEPS = 400;
  it.each(Array.from({ length: 40 }, (_, index) => `seed ${index}`))(
    "resources are conserved: %s",
    (seed) => {
      const chaos = new Chaos(seed);
      for (let step = 0; step < STEPS; step++) {
        chaos.happen();
        expect(chaos.audit(), `after step ${step}`).toEqual([]);
      }
    },
  );

  it("is the same again with the same seed", () => {
    const run = () => {
      const chaos = new Chaos("again");
      const all: string[] = [];
      for (let step = 0; step < STEPS; step++) {
        chaos.happen();
        all.push(JSON.stringify(chaos.bench.effects));
      }
      return all;
    };
    expect(run()).toEqual(run());
  });
});
