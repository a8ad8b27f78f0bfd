import type { scheduler } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { recording } from "./test-fixtures.ts";
import { Bench, capabilities, frameworkInfo, scalar, task } from "./test-harness.ts";

describe("a subscription over HTTP", () => {
  it("opens a stream: SUBSCRIBED, a heartbeat, offers", () => {
    const bench = new Bench();
    bench.registerAgent();
    const scheduler = bench.subscribe();
    expect(bench.transcript()).toEqual([
      "open-stream",
      "event SUBSCRIBED",
      "event HEARTBEAT",
      "event OFFERS",
    ]);
    expect(scheduler.events()[0]).toMatchObject({
      subscribed: { framework_id: { value: "m-0000" }, heartbeat_interval_seconds: 15 },
    });
    expect(bench.subscribe({ name: "another" }).id).toBe("m-0001");
  });

  it("is kept alive by a heartbeat every 15 seconds", () => {
    const bench = new Bench();
    const scheduler = bench.subscribe();
    bench.advance(14_999);
    expect(scheduler.events()).toEqual([]);
    bench.advance(1);
    expect(scheduler.events()).toEqual([{ type: "HEARTBEAT" }]);
    bench.advance(30_000);
    expect(scheduler.events()).toHaveLength(2);
  });

  it.each([
    [
      { role: "x" },
      "'FrameworkInfo.role' must not be set when the framework is MULTI_ROLE capable",
    ],
    [{ roles: ["a", "a"] }, "'FrameworkInfo.roles' contains duplicate items: { a }"],
    [{ id: { value: "a/b" } }, "'a/b' contains invalid characters"],
    [{ failover_timeout: 1e300 }, "The framework failover_timeout (1e+300) is invalid"],
  ])("with %j is refused on the stream", (wrong, why) => {
    const bench = new Bench();
    const scheduler = bench.subscribe(wrong);
    expect(bench.transcript()).toEqual(["open-stream", "event ERROR", "close-stream"]);
    expect(scheduler.events()).toEqual([{ type: "ERROR", error: { message: why } }]);
  });

  it.each([
    [
      { suppressed_roles: ["other"] },
      "Suppressed roles { other } are not contained in the set of roles",
    ],
    [
      { offer_constraints: { role_constraints: { other: {} } } },
      "Offer constraints specify `role_constraints` for a role 'other'not contained in the set of roles",
    ],
    [
      { offer_constraints: { role_constraints: { dev: { groups: [] } } } },
      "Offer constraints are not valid: 'OfferConstraints::role_constraints' has an empty 'RoleConstraints::groups' for role dev",
    ],
  ])("asking for %j is refused", (more, why) => {
    const scheduler = new Bench().subscribe({}, more);
    expect(scheduler.events()).toEqual([{ type: "ERROR", error: { message: why } }]);
  });

  it("with empty constraints, as drivers send them, is fine", () => {
    const scheduler = new Bench().subscribe({}, { offer_constraints: {} });
    expect(scheduler.events()[0]?.type).toBe("SUBSCRIBED");
  });

  it("of suppressed roles only gets no offers until it revives", () => {
    const bench = new Bench();
    bench.registerAgent();
    const scheduler = bench.subscribe({}, { suppressed_roles: ["dev"] });
    bench.advance(5000);
    expect(scheduler.held()).toEqual([]);
    scheduler.call("REVIVE");
    expect(scheduler.offers()).toHaveLength(1);
  });

  it("is refused to roles off the whitelist and to root where root may not", () => {
    const bench = new Bench({ roleWhitelist: ["prod"], rootSubmissions: false });
    expect(bench.subscribe().events()[0]?.error?.message).toBe(
      "Roles { dev } are not present in the master's --roles",
    );
    expect(bench.subscribe({ roles: ["prod"] }).events()[0]?.error?.message).toBe(
      "User 'root' is not allowed to run frameworks without --root_submissions set",
    );
  });
});

describe("a framework that subscribes again", () => {
  it("takes over from its old stream", () => {
    const bench = new Bench();
    bench.registerAgent();
    const first = bench.subscribe();
    const again = bench.subscribe({ id: { value: first.id }, name: "renamed" });
    expect(bench.transcript()).toEqual([
      "open-stream",
      "event ERROR",
      "close-stream",
      "event SUBSCRIBED",
      "event HEARTBEAT",
      "master -> slave(1)@10.0.0.1:5051: UpdateFrameworkMessage",
      "event OFFERS",
    ]);
    expect(first.events()).toEqual([
      { type: "ERROR", error: { message: "Framework failed over" } },
    ]);
    expect(again.id).toBe(first.id);
    expect(first.call("REVIVE")).toEqual({
      type: "refused",
      status: 400,
      text: `The stream ID '${first.streamId}' included in this request didn't match the stream ID currently associated with framework ID ${first.id}`,
    });
    expect(again.call("REVIVE")).toEqual({ type: "accepted" });
  });

  it("keeps its user and checkpointing, whatever it says, and never changes its principal", () => {
    const bench = new Bench();
    const first = bench.subscribe({ checkpoint: true, principal: "p" });
    const id = { value: first.id };
    bench.subscribe({ id, user: "other", checkpoint: false, principal: "p" });
    expect(bench.master.core.frameworks.registered.get(first.id)?.info).toMatchObject({
      user: "root",
      checkpoint: true,
    });
    const other = bench.subscribe({ id, principal: "q" });
    expect(other.events()).toEqual([
      { type: "ERROR", error: { message: "Changing framework's principal is not allowed." } },
    ]);
  });

  it("in time keeps its tasks; too late it is over, and so is its id", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const first = bench.subscribe({ failover_timeout: 10, checkpoint: true });
    first.launch([task("t", agentId)]);
    bench.step({ type: "stream-closed", streamId: first.streamId });
    expect(bench.master.core.offers.size).toBe(0);
    bench.advance(9_999);
    const id = { value: first.id };
    const second = bench.subscribe({ id, failover_timeout: 10, checkpoint: true });
    expect(bench.master.core.frameworks.registered.get(first.id)?.tasks.size).toBe(1);

    bench.step({ type: "stream-closed", streamId: second.streamId });
    bench.advance(10_000);
    expect(bench.sent("ShutdownFrameworkMessage")).toEqual([{ framework_id: id }]);
    expect(bench.master.core.frameworks.registered.size).toBe(0);
    expect(bench.subscribe({ id }).events()).toEqual([
      { type: "ERROR", error: { message: "Framework has been removed" } },
    ]);
  });

  it("does not lose its new stream when the old one closes late", () => {
    const bench = new Bench();
    const first = bench.subscribe();
    const again = bench.subscribe({ id: { value: first.id } });
    bench.step({ type: "stream-closed", streamId: first.streamId });
    expect(again.call("REVIVE")).toEqual({ type: "accepted" });
  });
});

describe("a teardown", () => {
  it.each(["scheduler", "operator", "endpoint"] as const)("by the %s ends everything", (who) => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe();
    scheduler.launch([task("t", agentId)]);
    const framework_id = { value: scheduler.id };
    const reply =
      who === "scheduler"
        ? scheduler.call("TEARDOWN")
        : who === "operator"
          ? bench.operator({ type: "TEARDOWN", teardown: { framework_id } })
          : bench.teardown(scheduler.id);
    expect(reply).toEqual({ type: who === "scheduler" ? "accepted" : "ok" });
    expect(bench.sent("ShutdownFrameworkMessage")).toEqual([{ framework_id }]);
    const ended = bench.master.core.frameworks.completed.get(scheduler.id);
    expect([...(ended?.completedTasks ?? [])].map(({ message }) => message.state)).toEqual([
      "TASK_KILLED",
    ]);
    const { allocated } = bench.master.core.allocator.totals();
    expect(allocated.size).toBe(0);
  });

  it("of an unknown framework is refused", () => {
    const refusal = {
      type: "refused",
      status: 400,
      text: "No framework found with specified ID",
    };
    expect(new Bench().teardown("nope")).toEqual(refusal);
  });
});

describe("UPDATE_FRAMEWORK", () => {
  it("changes what may change, and agents and offers follow", () => {
    const bench = new Bench();
    bench.registerAgent();
    const scheduler = bench.subscribe({ roles: ["a", "b"] });
    const info = frameworkInfo({ id: { value: scheduler.id }, roles: ["b"], name: "new" });
    expect(scheduler.call("UPDATE_FRAMEWORK", { framework_info: info })).toEqual({ type: "ok" });
    expect(bench.sent("UpdateFrameworkMessage")).toMatchObject([{ framework_info: info }]);
    for (const { allocation_info } of scheduler.held()) expect(allocation_info?.role).toBe("b");
  });

  it.each([
    [
      { user: "u" },
      "FrameworkInfo update is not valid: Updating 'FrameworkInfo.user' is unsupported; attempted to update from 'root' to 'u'",
    ],
    [
      { checkpoint: true },
      "FrameworkInfo update is not valid: Updating 'FrameworkInfo.checkpoint' is unsupported; attempted to update from 'false' to 'true'",
    ],
    [
      { roles: ["/"] },
      "Supplied FrameworkInfo is not valid: 'FrameworkInfo.roles' contains invalid role: Role '/' cannot start with a slash",
    ],
  ])("to %j is refused", (change, text) => {
    const scheduler = new Bench().subscribe();
    const framework_info = frameworkInfo({ id: { value: scheduler.id }, ...change });
    expect(scheduler.call("UPDATE_FRAMEWORK", { framework_info })).toEqual({
      type: "refused",
      status: 400,
      text,
    });
  });
});

describe("calls that are refused", () => {
  it.each([
    "master_bad_sched_nofw",
    "master_bad_sched_nostream",
    "master_bad_sched_notype",
    "master_bad_sched_sub_nobody",
    "master_bad_sched_unknown_fw",
  ])("%s", (name) => {
    const { request, status, text } = recording<{
      request: { body: string };
      status: number;
      text: string;
    }>(`http/${name}.json`);
    const call = JSON.parse(request.body) as scheduler.Call;
    expect(new Bench().call(call, undefined)).toEqual({ type: "refused", status, text });
  });

  it.each([
    ["ACCEPT", "accept"],
    ["DECLINE", "decline"],
    ["ACCEPT_INVERSE_OFFERS", "accept_inverse_offers"],
    ["DECLINE_INVERSE_OFFERS", "decline_inverse_offers"],
    ["KILL", "kill"],
    ["SHUTDOWN", "shutdown"],
    ["ACKNOWLEDGE", "acknowledge"],
    ["ACKNOWLEDGE_OPERATION_STATUS", "acknowledge_operation_status"],
    ["RECONCILE", "reconcile"],
    ["RECONCILE_OPERATIONS", "reconcile_operations"],
    ["MESSAGE", "message"],
    ["REQUEST", "request"],
    ["UPDATE_FRAMEWORK", "update_framework"],
  ] as const)("%s without its payload", (type, field) => {
    const bench = new Bench();
    const scheduler = bench.subscribe();
    const call = { type, framework_id: { value: scheduler.id } };
    expect(bench.call(call, scheduler.streamId)).toEqual({
      type: "refused",
      status: 400,
      text: `Failed to validate scheduler::Call: Expecting '${field}' to be present`,
    });
  });

  it("by the stream id: missing, wrong, or there where it must not be", () => {
    const bench = new Bench();
    const scheduler = bench.subscribe();
    const call = { type: "REVIVE", framework_id: { value: scheduler.id } } as const;
    expect(bench.call(call, undefined)).toMatchObject({
      status: 400,
      text: "All non-subscribe calls should include the 'Mesos-Stream-Id' header",
    });
    const subscribe = {
      type: "SUBSCRIBE",
      subscribe: { framework_info: frameworkInfo() },
    } as const;
    expect(bench.call(subscribe, scheduler.streamId)).toMatchObject({
      status: 400,
      text: "Subscribe calls should not include the 'Mesos-Stream-Id' header",
    });
    bench.step({ type: "stream-closed", streamId: scheduler.streamId });
    bench.subscribe({ failover_timeout: 60 });
  });

  it("by the principal, which must be the framework's", () => {
    const bench = new Bench();
    const scheduler = bench.subscribe({ principal: "p" });
    const call = { type: "REVIVE", framework_id: { value: scheduler.id } } as const;
    expect(bench.call(call, scheduler.streamId, "q")).toMatchObject({
      status: 400,
      text: "Authenticated principal 'q' does not match principal 'p' set in `FrameworkInfo`",
    });
    expect(bench.call(call, scheduler.streamId, "p")).toEqual({ type: "accepted" });
  });

  it("from a framework that is disconnected", () => {
    const bench = new Bench();
    const scheduler = bench.subscribe({ failover_timeout: 60 });
    bench.step({ type: "stream-closed", streamId: scheduler.streamId });
    expect(scheduler.call("REVIVE")).toEqual({
      type: "refused",
      status: 403,
      text: "Framework is not subscribed",
    });
  });
});

describe("older frameworks", () => {
  it("see resources without allocation, in the format before refinement", () => {
    const bench = new Bench();
    bench.registerAgent();
    const scheduler = bench.subscribe({ role: "dev", capabilities: [] });
    const [offer] = scheduler.offers();
    expect(offer?.allocation_info).toBeUndefined();
    expect(offer?.resources?.[0]).toEqual(scalar("cpus", 4, { role: "*" }));
  });

  it("may launch with what they see", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe({ role: "dev", capabilities: capabilities() });
    const resources = [scalar("cpus", 1, { role: "*" })];
    scheduler.launch([task("t", agentId, { resources })]);
    expect(bench.sent("RunTaskMessage")).toMatchObject([
      { task: { resources: [scalar("cpus", 1, { allocation_info: { role: "dev" } })] } },
    ]);
  });
});
