import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  fourLetterWord,
  missing,
  noKazoo,
  PYTHON,
  ZK_CLI,
  type ZooKeeperServer,
  ZooKeeperServers,
} from "./zookeeper-servers.ts";

const CLIENT_MS = 90_000;
const servers = new ZooKeeperServers();
afterAll(() => servers.close());

const script = (name: string): string => join(import.meta.dirname, "kazoo", name);

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs a program to its end, saying `input` to it. */
async function run(command: string, args: readonly string[], input = ""): Promise<Ended> {
  const child = spawn(command, args);
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  child.stdin.end(input);
  await once(child, "close");
  return { code: child.exitCode, out, err };
}

describe.skipIf(noKazoo())("kazoo", () => {
  it(
    "works with every recipe",
    async () => {
      const server = await servers.ours(["--tick_time=200ms", "--min_session_timeout=1secs"]);
      const { code, out, err } = await run(PYTHON, [script("recipes.py"), `${server.port}`]);
      expect({ code, err: code === 0 ? "" : err }).toEqual({ code: 0, err: "" });
      expect(out.trim().split("\n")).toEqual([
        "nodes",
        "transaction",
        "acls",
        "lock",
        "election",
        "party",
        "queue",
        "watches",
        "counter",
        "barrier",
        "expiry",
      ]);
    },
    CLIENT_MS,
  );

  it(
    "keeps its session, its ephemeral node and its watch when the server is killed",
    async () => {
      const server = await servers.ours();
      const child = spawn(PYTHON, [script("reconnect.py"), `${server.port}`]);
      const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
      let err = "";
      child.stderr.on("data", (chunk) => {
        err += chunk;
      });
      expect((await lines.next()).value).toBe("ready");
      await servers.kill(server);
      await servers.ours([], server.folder, server.port);
      child.stdin.end("back\n");
      const said = await lines.next();
      expect(said.value, err).toBe("same session");
    },
    CLIENT_MS,
  );
});

/** What zkCli.sh prints for some commands, without its banner and its log. */
async function zkCli(server: ZooKeeperServer, commands: readonly string[]): Promise<string> {
  const address = `127.0.0.1:${server.port}`;
  const { out, err } = await run(ZK_CLI, ["-server", address], `${commands.join("\n")}\nquit\n`);
  return `${out}\n${err}`;
}

describe.skipIf(missing("zkCli.sh (apt-get install zookeeper)", ZK_CLI))("zkCli.sh", () => {
  it(
    "runs the session of the guide",
    async () => {
      const server = await servers.ours();
      const out = await zkCli(server, [
        "create /mesos",
        "create /marathon",
        "ls /",
        "create /zk_test my_data",
        "ls /",
        "get -s /zk_test",
        "set /zk_test junk",
        "get /zk_test",
        "stat /zk_test",
        "delete /zk_test",
        "ls /",
        "get /zk_test",
      ]);
      const wanted = [
        "Welcome to ZooKeeper!",
        "WatchedEvent state:SyncConnected type:None path:null",
        "[marathon, mesos, zookeeper]",
        "[marathon, mesos, zk_test, zookeeper]",
        "my_data",
        "cZxid = 0x4",
        "dataVersion = 0",
        "dataLength = 7",
        "junk",
        "mZxid = 0x5",
        "dataVersion = 1",
        "dataLength = 4",
        "[marathon, mesos, zookeeper]",
      ];
      const lines = out.split("\n").map((line) => line.replace(/^\[zk: [^\]]*\] */, ""));
      let at = -1;
      for (const line of wanted) {
        at = lines.indexOf(line, at + 1);
        expect(at, `${line} in:\n${out}`).toBeGreaterThanOrEqual(0);
      }
      // What was done, and what was refused, it says beside its output.
      const said = ["Created /mesos", "Created /marathon", "Created /zk_test"];
      expect(lines).toEqual(expect.arrayContaining(said));
      expect(lines).toContain("Node does not exist: /zk_test");
      expect(out).not.toContain("ConnectionLoss");
    },
    CLIENT_MS,
  );

  it(
    "sets quotas, ACLs, times to live and asks who it is",
    async () => {
      const server = await servers.ours(["--enforce_quota"]);
      const out = await zkCli(server, [
        "create /box",
        "setquota -N 2 /box",
        "create /box/one",
        "create /box/two",
        "listquota /box",
        "addauth digest bob:secret",
        "whoami",
        "create /own data auth::cdrwa",
        "getAcl /own",
        "create -t 1000000 /brief",
        "create -c /container",
        "create -e /ephemeral",
        "getEphemerals",
        "getAllChildrenNumber /",
        "config",
        "version",
      ]);
      expect(out).toContain("Created /box/one");
      expect(out).toContain("Quota has exceeded");
      expect(out).toContain("Output stat for /box count=2,bytes=0");
      expect(out).toContain("'digest,'bob:");
      expect(out).toContain("Created /brief");
      expect(out).toContain("Created /container");
      expect(out).toContain("[/ephemeral]");
      expect(out).not.toContain("Exception in thread");
    },
    CLIENT_MS,
  );
});

describe("four-letter words", () => {
  let shared: ZooKeeperServer;
  beforeAll(async () => {
    shared = await servers.ours();
  });

  it.each([
    ["ruok", /^imok$/],
    ["isro", /^rw$/],
    [
      "srvr",
      /^Zookeeper version: 3\.8\.0-.*\nLatency min\/avg\/max: [\s\S]*\nMode: standalone\nNode count: 5\n$/,
    ],
    ["stat", /\nClients:\n \/127\.0\.0\.1:\d+\[0\]\(queued=0,recved=1,sent=0\)\n\nLatency/],
    [
      "mntr",
      /^zk_version\t3\.8\.0[\s\S]*\nzk_server_state\tstandalone\n[\s\S]*\nzk_znode_count\t5\n/,
    ],
    ["conf", /^clientPort=\d+\nsecureClientPort=-1\ndataDir=.*\/version-2\n/],
    ["dump", /^SessionTracker dump:\nSession Sets \(0\)\/\(0\):\nephemeral nodes dump:\n/],
    ["wchs", /^0 connections watching 0 paths\nTotal watches:0\n$/],
    ["hash", /^hash is not executed because this server does not build it/],
  ])("%s", async (word, answer) => {
    expect(await fourLetterWord(shared.port, word)).toMatch(answer);
  });
  it("are refused unless they are in the whitelist", async () => {
    const server = await servers.ours(["--4lw_commands_whitelist=ruok,srvr"]);
    expect(await fourLetterWord(server.port, "stat")).toBe(
      "stat is not executed because it is not in the whitelist.\n",
    );
    expect(await fourLetterWord(server.port, "srvr")).toContain("Mode: standalone");
  });
});
