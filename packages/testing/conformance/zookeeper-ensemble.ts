import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** Debian's packages `zookeeper` and `default-jre-headless`. */
const JAR = "/usr/share/java/zookeeper.jar";
const JAVA = "/usr/bin/java";

const READY_MS = 40_000;
const POLL_MS = 50;

/** Small and quick to start: a test needs several at once. */
const JVM_FLAGS = [
  "-Xmx128m",
  "-XX:+UseSerialGC",
  "-XX:TieredStopAtLevel=1",
  "-XX:-UsePerfData",
  "-Dzookeeper.admin.enableServer=false",
  "-Dzookeeper.jmx.log4j.disable=true",
];

export interface Ensemble {
  /** `127.0.0.1:port,…`, for clients. */
  readonly servers: string;
  readonly ports: readonly number[];
  /** `zk://…/path` */
  url(path: string): string;
  /** Which server leads, or the only one. */
  leader(): Promise<number>;
  /** `kill -9`. */
  kill(index: number): Promise<void>;
  /** Starts a killed server again, with its data; resolves when it serves. */
  restart(index: number): Promise<void>;
  /** Stops the server's process without ending it (SIGSTOP), and lets it go on. */
  pause(index: number): void;
  resume(index: number): void;
  /** Ends all servers and removes their folders. */
  close(): Promise<void>;
}

export interface EnsembleOptions {
  /** The unit of a server's time: sessions last between 2 and 20 of them. */
  readonly tickTimeMs?: number;
}

/** Starts Apache ZooKeeper on loopback, with ephemeral ports; resolves when all servers serve. */
export async function startEnsemble(
  size: number,
  { tickTimeMs = 500 }: EnsembleOptions = {},
): Promise<Ensemble> {
  const folder = mkdtempSync(join(tmpdir(), "mesos-ts-zookeeper-"));
  const ports = await freePorts(size * 3);
  const members = Array.from({ length: size }, (_, index) => ({
    client: ports[index] ?? 0,
    quorum: ports[size + index] ?? 0,
    election: ports[2 * size + index] ?? 0,
  }));
  const servers = members.map((member, index) => {
    const data = join(folder, String(index + 1));
    mkdirSync(data);
    writeFileSync(join(data, "myid"), `${index + 1}\n`);
    const peers = members.map(
      ({ quorum, election }, peer) => `server.${peer + 1}=127.0.0.1:${quorum}:${election}`,
    );
    const lines = [
      `tickTime=${tickTimeMs}`,
      `dataDir=${data}`,
      `clientPort=${member.client}`,
      "clientPortAddress=127.0.0.1",
      "initLimit=40",
      "syncLimit=10",
      "4lw.commands.whitelist=srvr,cons,dump,ruok",
      ...(size > 1 ? peers : []),
    ];
    const config = join(data, "zoo.cfg");
    writeFileSync(config, `${lines.join("\n")}\n`);
    return new Server(config, member.client);
  });
  const at = (index: number): Server => {
    const server = servers[index];
    if (server === undefined) throw new Error(`There is no server ${index}`);
    return server;
  };
  const close = async (): Promise<void> => {
    await Promise.all(servers.map((server) => server.kill()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const server of servers) server.start();
    await Promise.all(servers.map((server) => server.ready()));
  } catch (cause) {
    await close();
    throw cause;
  }
  const list = members.map(({ client }) => `127.0.0.1:${client}`).join(",");
  return {
    servers: list,
    ports: members.map(({ client }) => client),
    url: (path) => `zk://${list}${path}`,
    leader: async () => {
      const modes = await Promise.all(servers.map((server) => server.mode()));
      const index = modes.findIndex((mode) => mode === "leader" || mode === "standalone");
      if (index < 0) throw new Error(`No server leads: ${modes.join(", ")}`);
      return index;
    },
    kill: (index) => at(index).kill(),
    restart: async (index) => {
      at(index).start();
      await at(index).ready();
    },
    pause: (index) => at(index).signal("SIGSTOP"),
    resume: (index) => at(index).signal("SIGCONT"),
    close,
  };
}

class Server {
  readonly #config: string;
  readonly #port: number;
  #process: ChildProcess | undefined;
  #output = "";

  constructor(config: string, port: number) {
    this.#config = config;
    this.#port = port;
  }

  start(): void {
    const main = "org.apache.zookeeper.server.quorum.QuorumPeerMain";
    this.#output = "";
    const child = spawn(JAVA, [...JVM_FLAGS, "-cp", JAR, main, this.#config], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        this.#output = (this.#output + chunk.toString()).slice(-4_000);
      });
    }
    this.#process = child;
  }

  async ready(): Promise<void> {
    const deadline = performance.now() + READY_MS;
    while ((await this.mode()) === undefined) {
      if (this.#process?.exitCode !== null || performance.now() > deadline) {
        throw new Error(`ZooKeeper on port ${this.#port} does not serve:\n${this.#output}`);
      }
      await delay(POLL_MS);
    }
  }

  /** `leader`, `follower` or `standalone`; undefined while it does not serve. */
  async mode(): Promise<string | undefined> {
    return /^Mode: (\w+)$/m.exec(await fourLetters(this.#port, "srvr"))?.[1];
  }

  async kill(): Promise<void> {
    const child = this.#process;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
    await promise;
  }

  signal(signal: "SIGSTOP" | "SIGCONT"): void {
    this.#process?.kill(signal);
  }
}

/** What a server answers to one of its four-letter words; "" if nobody listens. */
export function fourLetters(port: number, word: string): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect({ host: "127.0.0.1", port }, () => socket.write(word));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on("data", (chunk) => {
      text += chunk.toString();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(text));
  });
}

async function freePorts(count: number): Promise<readonly number[]> {
  const holders = await Promise.all(
    Array.from({ length: count }, async () => {
      const holder = createServer();
      await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
      return holder;
    }),
  );
  const ports = holders.map((holder) => {
    const address = holder.address();
    if (address === null || typeof address === "string") throw new Error("No port");
    return address.port;
  });
  await Promise.all(
    holders.map((holder) => new Promise<void>((resolve) => holder.close(() => resolve()))),
  );
  return ports;
}
