import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { EVENT_TYPE, PERM } from "../protocol/constants.ts";
import type { Request } from "../protocol/operations.ts";
import { type Acl, OPEN_ACL } from "../protocol/records.ts";
import { Database } from "./database.ts";
import { children, exists, remove, setData, World, world } from "./test-world.ts";

const { nodeDeleted } = EVENT_TYPE;

describe("a session", () => {
  it.each([
    [1, 4_000],
    [10_000, 10_000],
    [1_000_000, 40_000],
  ])("that asks for %i ms gets %i", (timeOut, granted) => {
    expect(new World().connect("a", { timeOut })).toMatchObject({ timeOut: granted });
  });

  it("goes on over another connection, with its ephemeral nodes, and the old one ends", () => {
    const at = world("b");
    const session = at.connect("a");
    at.create("a", "/mine", 1);
    const { sessionId = 0n, passwd } = session ?? {};
    const again = at.connect("again", { sessionId, ...(passwd && { passwd }) });
    expect(again).toMatchObject({ sessionId, timeOut: 10_000 });
    expect(at.hears("a")).toEqual([{ closed: true }]);
    expect(at.answer("again", exists("/mine"))).toMatchObject({
      stat: { ephemeralOwner: sessionId },
    });
  });

  it.each([
    ["with a wrong password", { passwd: Buffer.alloc(16, 1) }],
    ["without a password", { passwd: Buffer.alloc(0) }],
  ])("cannot be taken over %s", (_, { passwd }) => {
    const at = new World();
    const sessionId = at.connect("a")?.sessionId ?? 0n;
    expect(at.connect("thief", { sessionId, passwd })).toMatchObject({ sessionId: 0n, timeOut: 0 });
    expect(at.hears("thief")).toEqual([{ closed: true }]);
    expect(at.create("a", "/still-here")).toMatchObject({ path: "/still-here" });
  });

  it("expires with its ephemeral nodes when nothing is heard of it", () => {
    const at = world("a", "b");
    at.create("a", "/a", 1);
    at.ask("b", exists("/a", true));
    at.disconnect("a");
    at.pass(8_000);
    at.ask("b", { op: "ping" });
    at.pass(4_000);
    expect(at.hears("b")).toEqual([{ event: nodeDeleted, path: "/a" }]);
    expect(at.notes).toContainEqual(
      expect.stringMatching(/^Expiring session 0x1[0-9a-f]*, timeout of 10000ms exceeded$/),
    );
    expect(at.database.sessions.size).toBe(1);
  });

  it("lives as long as it pings", () => {
    const at = world("a");
    for (let index = 0; index < 10; index++) {
      at.pass(6_000);
      expect(at.ask("a", { op: "ping" })).toEqual([{ op: "ping" }]);
    }
  });

  it("that is closed takes its nodes along, answers last and ends the connection", () => {
    const at = world("a");
    at.create("a", "/a", 1);
    at.ask("a", exists("/a", true));
    expect(at.ask("a", { op: "closeSession" })).toEqual([
      { event: nodeDeleted, path: "/a" },
      { op: "closeSession" },
      { closed: true },
    ]);
    expect(at.log.at(-1)?.txn).toEqual({ type: "closeSession", paths: ["/a"] });
  });

  it("of a client that has seen more than this server knows is refused", () => {
    const at = new World();
    expect(at.connect("a", { lastZxidSeen: 7n })).toBeUndefined();
    expect(at.hears("a")).toEqual([{ closed: true }]);
    expect(at.notes[0]).toContain("as it has seen zxid 0x7 our last zxid is 0x0");
  });

  it("beyond the limit is refused, with the flag that sets it", () => {
    const at = world("a", "b", "c", "d", "e");
    expect(at.connect("f")).toBeUndefined();
    expect(at.notes[0]).toContain("the limit of --max_sessions");
  });

  it("has its whole timeout to come back after a restart", () => {
    const database = new Database();
    const before = new World({}, database);
    const { sessionId = 0n, passwd } = before.connect("a") ?? {};
    const after = new World({}, database);
    after.pass(9_000);
    const back = after.connect("a", { sessionId, ...(passwd && { passwd }) });
    expect(back).toMatchObject({ sessionId });
  });
});

describe("a node", () => {
  it("has ZooKeeper's stat", () => {
    const at = world("a");
    at.create("a", "/a");
    at.create("a", "/a/1");
    at.create("a", "/a/2");
    at.ask("a", remove("/a/1"));
    at.ask("a", setData("/a", "12345"));
    expect(at.answer("a", exists("/a"))).toMatchObject({
      stat: {
        czxid: 2n,
        mzxid: 6n,
        pzxid: 5n,
        version: 1,
        cversion: 3,
        dataLength: 5,
        numChildren: 1,
      },
    });
  });

  it("that is sequential is numbered by what its parent ever had", () => {
    const at = world("a");
    at.create("a", "/q");
    expect(at.create("a", "/q/n-", 2)).toMatchObject({ path: "/q/n-0000000000" });
    at.ask("a", remove("/q/n-0000000000"));
    at.create("a", "/q/other");
    expect(at.create("a", "/q/", 3)).toMatchObject({ path: "/q/0000000002" });
  });

  it.each<readonly [string, Request, string]>([
    [
      "without a parent",
      { op: "create", path: "/x/y", data: null, acl: OPEN_ACL, flags: 0 },
      "NONODE",
    ],
    ["twice", { op: "create", path: "/a", data: null, acl: OPEN_ACL, flags: 0 }, "NODEEXISTS"],
    [
      "below an ephemeral one",
      { op: "create", path: "/e/x", data: null, acl: OPEN_ACL, flags: 0 },
      "NOCHILDRENFOREPHEMERALS",
    ],
    [
      "with a wrong path",
      { op: "create", path: "/a\u0001", data: null, acl: OPEN_ACL, flags: 0 },
      "BADARGUMENTS",
    ],
    [
      "of an unknown kind",
      { op: "create", path: "/b", data: null, acl: OPEN_ACL, flags: 7 },
      "BADARGUMENTS",
    ],
    ["without an ACL", { op: "create", path: "/b", data: null, acl: [], flags: 0 }, "INVALIDACL"],
    [
      "with no time to live",
      { op: "createTTL", path: "/b", data: null, acl: OPEN_ACL, flags: 5, ttl: 0 },
      "BADARGUMENTS",
    ],
    ["that has children", remove("/a"), "NOTEMPTY"],
    ["that must stay", remove("/zookeeper"), "BADARGUMENTS"],
    ["of another version", remove("/a/b", 3), "BADVERSION"],
    ["that is not there", setData("/b"), "NONODE"],
    ["of another version", setData("/a", "x", 3), "BADVERSION"],
    [
      "whose ACL has another version",
      { op: "setACL", path: "/a", acl: OPEN_ACL, version: 3 },
      "BADVERSION",
    ],
  ])("%s is refused, and takes a transaction's number all the same", (_, request, error) => {
    const at = world("a");
    at.create("a", "/a");
    at.create("a", "/a/b");
    at.create("a", "/e", 1);
    const before = at.database.lastZxid;
    expect(at.answer("a", request)).toEqual({ error });
    expect(at.database.lastZxid).toBe(before + 1n);
    expect(at.log.at(-1)?.txn).toMatchObject({ type: "error" });
  });

  it("that is a container goes when its last child has gone, and not before its first", () => {
    const at = world("a");
    const container = { op: "createContainer", data: null, acl: OPEN_ACL, flags: 4 } as const;
    at.ask("a", { ...container, path: "/used" });
    at.ask("a", { ...container, path: "/fresh" });
    at.create("a", "/used/child");
    at.ask("a", remove("/used/child"));
    at.ask("a", exists("/used", true));
    for (let index = 0; index < 12; index++) {
      at.pass(5_000);
      at.ask("a", { op: "ping" });
    }
    expect(at.answer("a", exists("/used"))).toEqual({ error: "NONODE" });
    expect(at.answer("a", exists("/fresh"))).toMatchObject({ stat: { ephemeralOwner: 0n } });
  });

  it("with a time to live goes when that is over, unless it was changed", () => {
    const at = world("a");
    const brief = { op: "createTTL", data: null, acl: OPEN_ACL, flags: 5, ttl: 50_000 } as const;
    at.ask("a", { ...brief, path: "/brief" });
    at.ask("a", { ...brief, path: "/kept" });
    for (let index = 0; index < 12; index++) {
      at.pass(5_000);
      at.ask("a", index === 10 ? setData("/kept") : { op: "ping" });
    }
    expect(at.answer("a", exists("/brief"))).toEqual({ error: "NONODE" });
    expect(at.answer("a", exists("/kept"))).toMatchObject({ stat: { version: 1 } });
  });
});

describe("several operations at once", () => {
  it("happen as one transaction, each seeing those before it", () => {
    const at = world("a");
    const requests = [
      { op: "create", path: "/a", data: null, acl: OPEN_ACL, flags: 0 },
      { op: "create", path: "/a/n", data: null, acl: OPEN_ACL, flags: 2 },
      { op: "setData", path: "/a", data: null, version: 0 },
      { op: "check", path: "/a", version: 1 },
      { op: "delete", path: "/a/n0000000000", version: -1 },
      { op: "delete", path: "/a", version: 1 },
    ] as const;
    expect(at.answer("a", { op: "multi", requests })).toMatchObject({
      results: [
        { op: "create", path: "/a" },
        { op: "create", path: "/a/n0000000000" },
        { op: "setData" },
        { op: "check" },
        { op: "delete" },
        { op: "delete" },
      ],
    });
    expect(at.log.at(-1)?.header.zxid).toBe(2n);
  });

  it("do not happen at all if one of them must not", () => {
    const at = world("a", "b");
    at.ask("b", exists("/a", true));
    const requests = [
      { op: "create", path: "/a", data: null, acl: OPEN_ACL, flags: 0 },
      { op: "delete", path: "/nothing", version: -1 },
      { op: "delete", path: "/a", version: -1 },
    ] as const;
    expect(at.answer("a", { op: "multi", requests })).toEqual({
      op: "multi",
      results: [
        { op: "error", err: 0 },
        { op: "error", err: -101 },
        { op: "error", err: -2 },
      ],
    });
    expect(at.answer("a", exists("/a"))).toEqual({ error: "NONODE" });
    expect(at.hears("b")).toEqual([{ error: "NONODE" }].slice(1));
  });

  it("that only read are answered one by one", () => {
    const at = world("a");
    const requests = [
      { op: "getChildren", path: "/", watch: false },
      { op: "getData", path: "/nothing", watch: false },
    ] as const;
    expect(at.answer("a", { op: "multiRead", requests })).toEqual({
      op: "multiRead",
      results: [
        { op: "getChildren", children: ["zookeeper"] },
        { op: "error", err: -101 },
      ],
    });
  });
});

describe("an ACL", () => {
  const own = (scheme: string, id: string, perms: number = PERM.all): readonly Acl[] => [
    { perms, id: { scheme, id } },
  ];

  it.each<readonly [string, readonly Acl[], string]>([
    ["of a user", own("digest", "bob:hash(bob/secret)"), "bob"],
    ["of an address", own("ip", "10.0.0.2"), "near"],
    ["of a network", own("ip", "10.0.0.2/31"), "near"],
  ])("%s lets only those in whom it names", (_, acl, friend) => {
    const at = world("stranger");
    at.connect("bob");
    at.connect("near", {}, "10.0.0.2");
    at.ask("bob", { op: "auth", type: 0, scheme: "digest", auth: Buffer.from("bob:secret") });
    at.ask("bob", { op: "create", path: "/a", data: null, acl, flags: 0 });
    const read: Request = { op: "getData", path: "/a", watch: false };
    expect(at.answer(friend, read)).toMatchObject({ op: "getData" });
    expect(at.answer("stranger", read)).toEqual({ error: "NOAUTH" });
  });

  it("holds nobody off who is known as super", () => {
    const at = world("a", "root");
    at.ask("a", { op: "create", path: "/a", data: null, acl: own("ip", "9.9.9.9"), flags: 0 });
    at.ask("root", { op: "auth", type: 0, scheme: "digest", auth: Buffer.from("super:admin") });
    expect(at.answer("root", setData("/a"))).toMatchObject({ op: "setData" });
    expect(at.answer("root", { op: "whoAmI" })).toMatchObject({
      clientInfo: [
        { authScheme: "ip", user: "10.0.0.1" },
        { authScheme: "super", user: "" },
        { authScheme: "digest", user: "super" },
      ],
    });
  });

  it("shows hashes only to those who may change it", () => {
    const at = world("a");
    const acl = [...own("digest", "bob:hash"), ...own("world", "anyone", PERM.read)];
    at.ask("a", { op: "create", path: "/a", data: null, acl, flags: 0 });
    expect(at.answer("a", { op: "getACL", path: "/a" })).toMatchObject({
      acl: [{ id: { scheme: "digest", id: "bob:x" } }, { id: { scheme: "world" } }],
    });
  });

  it("with an unknown scheme, or of whoever is not known, is refused", () => {
    const at = world("a");
    const make = (acl: readonly Acl[]): unknown =>
      at.answer("a", { op: "create", path: "/a", data: null, acl, flags: 0 });
    expect(make(own("auth", ""))).toEqual({ error: "INVALIDACL" });
    expect(make(own("x509", "CN=a"))).toEqual({ error: "INVALIDACL" });
    expect(make(own("digest", "nohash"))).toEqual({ error: "INVALIDACL" });
    expect(make(own("ip", "10.0.0.0/33"))).toEqual({ error: "INVALIDACL" });
  });
});

describe("a quota", () => {
  const withQuota = (limits: string): World => {
    const at = world("a");
    at.create("a", "/box");
    at.create("a", "/zookeeper/quota/box");
    at.create("a", "/zookeeper/quota/box/zookeeper_limits", 0, Buffer.from(limits));
    at.create("a", "/zookeeper/quota/box/zookeeper_stats", 0, Buffer.from("count=1,bytes=0"));
    return at;
  };
  const use = (at: World): unknown =>
    at.database.tree.get("/zookeeper/quota/box/zookeeper_stats")?.data?.toString();

  it("that is hard refuses what goes beyond it", () => {
    const at = withQuota("count=-1,bytes=-1=;byteHardLimit=4;countHardLimit=2");
    expect(at.create("a", "/box/1", 0, Buffer.from("1234"))).toMatchObject({ op: "create" });
    expect(at.create("a", "/box/2")).toEqual({ error: "QUOTAEXCEEDED" });
    expect(at.answer("a", setData("/box/1", "12345"))).toEqual({ error: "QUOTAEXCEEDED" });
    expect(at.notes.at(-1)).toBe("Quota exceeded: /box [current bytes=5, hardByteLimit=4]");
    expect(use(at)).toBe("count=2,bytes=4");
    at.ask("a", remove("/box/1"));
    expect(use(at)).toBe("count=1,bytes=0");
  });

  it("that is soft only warns", () => {
    const at = withQuota("count=1,bytes=-1");
    expect(at.create("a", "/box/1")).toMatchObject({ op: "create" });
    expect(at.notes.at(-1)).toBe("Quota exceeded: /box [current count=2, softCountLimit=1]");
  });
});

describe("what this server does not do", () => {
  it.each<readonly [string, Request, string, boolean]>([
    [
      "reconfiguration",
      { op: "reconfig", joiningServers: "", leavingServers: "", newMembers: "", curConfigId: -1n },
      "RECONFIGDISABLED",
      false,
    ],
    ["SASL", { op: "sasl", token: Buffer.alloc(0) }, "AUTHFAILED", true],
    ["another scheme", { op: "auth", type: 0, scheme: "x509", auth: null }, "AUTHFAILED", true],
  ])("%s is refused", (_, request, error, closes) => {
    const at = world("a");
    expect(at.ask("a", request)).toEqual([{ error }, ...(closes ? [{ closed: true }] : [])]);
  });

  it("an unknown operation is refused and the connection ended", () => {
    const at = world("a");
    expect(at.raw("a", Buffer.from("00000009000003e7", "hex"))).toEqual([
      { error: "UNIMPLEMENTED" },
      { closed: true },
    ]);
  });

  it("a request that ends too early is refused, and the next one answered", () => {
    const at = world("a");
    expect(at.raw("a", Buffer.from("0000000900000004000000ff2f61", "hex"))).toEqual([
      { error: "MARSHALLINGERROR" },
    ]);
    expect(at.answer("a", children("/"))).toEqual({ op: "getChildren", children: ["zookeeper"] });
  });

  it("a stranger who is no client is shown the door", () => {
    const at = new World();
    at.connect("a");
    at.coordinator.step(
      { type: "connected", connection: 99, address: "10.0.0.9" },
      { wallMs: 0, monotonicMs: 0 },
    );
    const effects = at.coordinator.step(
      { type: "frame", connection: 99, frame: Buffer.from("GET / HTTP/1.1") },
      { wallMs: 0, monotonicMs: 0 },
    );
    expect(effects).toContainEqual({ type: "close", connection: 99 });
  });
});
