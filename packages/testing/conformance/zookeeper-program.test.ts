import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, truncateSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { OPEN_ACL, type Request } from "@mesos-ts/zookeeper";
import { afterAll, describe, expect, it } from "vitest";
import { RawZooKeeper } from "./zookeeper-client.ts";
import { fourLetterWord, noApacheZooKeeper, ZooKeeperServers } from "./zookeeper-servers.ts";

const servers = new ZooKeeperServers();
afterAll(() => servers.close());

const create = (path: string, data = "", flags = 0): Request => ({
  op: "create",
  path,
  data: Buffer.from(data),
  acl: OPEN_ACL,
  flags,
});
const read = (path: string): Request => ({ op: "getData", path, watch: false });

/** Starts the program where it must fail, and gives what it said. */
async function refusal(flags: readonly string[]): Promise<string> {
  const program = join(import.meta.dirname, "../../apps/zookeeper/bin/mesos-zookeeper.js");
  const child = spawn(process.execPath, [program, "--ip=127.0.0.1", ...flags]);
  let text = "";
  child.stderr.on("data", (chunk) => {
    text += chunk;
  });
  await once(child, "close");
  expect(child.exitCode).toBe(1);
  return text;
}

describe("mesos-zookeeper", () => {
  it("has everything that it acknowledged when it is killed under load", async () => {
    const server = await servers.ours(["--snap_count=500"]);
    const { client, session } = await RawZooKeeper.open(server.port);
    const acknowledged: string[] = [];
    const lane = async (name: number): Promise<void> => {
      for (let index = 0; ; index++) {
        const path = `/${name}-${index}`;
        await client.request(create(path, path));
        acknowledged.push(path);
      }
    };
    for (let name = 0; name < 32; name++) void lane(name);
    while (acknowledged.length < 3_000) await client.request({ op: "ping" });
    await servers.kill(server);
    const again = await servers.ours(["--snap_count=500"], server.folder, server.port);
    const back = await RawZooKeeper.open(server.port, 10_000, {
      sessionId: session.sessionId,
      passwd: session.passwd ?? Buffer.alloc(0),
    });
    expect(back.session.sessionId).toBe(session.sessionId);
    const answer = await back.client.request({ op: "getChildren", path: "/", watch: false });
    const { children = [] } = answer.response as { children?: readonly string[] };
    const there = new Set(children.map((name) => `/${name}`));
    expect(acknowledged.filter((path) => !there.has(path))).toEqual([]);
    await expect.poll(() => again.output()).toMatch(/Read \d+ nodes and 1 sessions/);
    expect(readdirSync(join(server.folder, "version-2")).join()).toContain("snapshot.");
    back.client.drop();
  });

  it("answers requests in their order, however many are under way", async () => {
    const server = await servers.ours();
    const { client } = await RawZooKeeper.open(server.port);
    const writes = Array.from({ length: 3_000 }, (_, index) =>
      client.request(index % 2 === 0 ? create(`/${index}`) : read(`/${index - 1}`)),
    );
    const replies = await Promise.all(writes);
    expect(replies.every(({ err }) => err === 0)).toBe(true);
    const zxids = replies.map(({ zxid }) => zxid);
    expect(zxids).toEqual([...zxids].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    client.drop();
  });

  it("does not die of strangers", async () => {
    const server = await servers.ours();
    const hello = Buffer.from("0000002c", "hex");
    const nonsense: readonly Buffer[] = [
      Buffer.from("GET / HTTP/1.1\r\n\r\n"),
      Buffer.from("ffffffff", "hex"),
      Buffer.from("7fffffff", "hex"),
      Buffer.from("00000000", "hex"),
      Buffer.concat([hello, Buffer.alloc(44, 0xff)]),
      Buffer.concat([Buffer.from("00000003", "hex"), Buffer.alloc(3)]),
    ];
    for (const bytes of nonsense) {
      const socket = connect(server.port, "127.0.0.1", () => socket.write(bytes));
      socket.on("error", () => {});
      socket.resume();
      await once(socket, "close");
    }
    const gone = connect(server.port, "127.0.0.1");
    await once(gone, "connect");
    gone.resetAndDestroy();
    expect(await fourLetterWord(server.port, "ruok")).toBe("imok");
  });

  it("keeps each address to its connections", async () => {
    const server = await servers.ours(["--max_client_cnxns=2"]);
    const first = await RawZooKeeper.open(server.port);
    const second = await RawZooKeeper.open(server.port);
    await expect(RawZooKeeper.open(server.port)).rejects.toThrow("closed the connection");
    await expect
      .poll(() => server.output())
      .toContain("Too many connections from /127.0.0.1 - max is 2 (--max_client_cnxns)");
    first.client.drop();
    second.client.drop();
  });

  it("ends a connection whose request is too large, and keeps its session", async () => {
    const server = await servers.ours(["--jute_maxbuffer=1000B"]);
    const { client, session } = await RawZooKeeper.open(server.port);
    void client.request(create("/large", "x".repeat(2_000)));
    await client.closed;
    const back = await RawZooKeeper.open(server.port, 10_000, {
      sessionId: session.sessionId,
      passwd: session.passwd ?? Buffer.alloc(0),
    });
    expect((await back.client.request(create("/small", "x"))).err).toBe(0);
    await expect
      .poll(() => server.output())
      .toMatch(/Closing the connection of \/127\.0\.0\.1:\d+: Len error 20\d\d/);
    back.client.drop();
  });

  it("does not share its folder", async () => {
    const server = await servers.ours();
    expect(await refusal([`--data_dir=${server.folder}`, "--port=0"])).toContain(
      `Another mesos-zookeeper uses ${server.folder}/version-2. Stop it, or start this one with another --data_dir`,
    );
  });

  it("names the port that is taken, and the flag that is missing", async () => {
    const server = await servers.ours();
    const flags = [`--data_dir=${servers.folder()}`, `--port=${server.port}`];
    expect(await refusal(flags)).toMatch(
      /Cannot listen on 127\.0\.0\.1:\d+: .*EADDRINUSE.* Choose with --ip and --port/,
    );
    expect(await refusal([])).toContain("data_dir");
  });

  it("refuses a log with a hole, and says what to do", async () => {
    const server = await servers.ours();
    const { client } = await RawZooKeeper.open(server.port);
    await client.request(create("/a"));
    await servers.kill(server);
    const next = await servers.ours([], server.folder, server.port);
    const again = await RawZooKeeper.open(next.port);
    await again.client.request(create("/b"));
    await servers.kill(next);
    truncateSync(join(server.folder, "version-2", "log.1"), 20);
    expect(await refusal([`--data_dir=${server.folder}`, "--port=0"])).toMatch(
      /Transactions are missing: log\.3 goes on with 0x3, but before it is 0x0\. Restore the folder/,
    );
  });
});

describe.skipIf(noApacheZooKeeper())("the folder", () => {
  it("goes from ours to Apache ZooKeeper and back", async () => {
    const ours = await servers.ours(["--snap_count=10"]);
    const first = await RawZooKeeper.open(ours.port);
    for (let index = 0; index < 25; index++) {
      await first.client.request(create(`/${index}`, `data ${index}`));
    }
    await first.client.request({ op: "closeSession" });
    await servers.kill(ours);

    const apache = await servers.apache(2_000, ours.folder);
    const second = await RawZooKeeper.open(apache.port);
    const found = await second.client.request(read("/24"));
    expect(found).toMatchObject({ err: 0, response: { data: Buffer.from("data 24") } });
    await second.client.request(create("/apache", "was here"));
    await second.client.request({ op: "closeSession" });
    await servers.kill(apache);

    const back = await servers.ours([], ours.folder);
    const third = await RawZooKeeper.open(back.port);
    expect(await third.client.request(read("/apache"))).toMatchObject({
      response: { data: Buffer.from("was here") },
    });
    expect(await third.client.request(read("/3"))).toMatchObject({
      response: { data: Buffer.from("data 3") },
    });
    third.client.drop();
  });
});
