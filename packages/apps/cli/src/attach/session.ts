import { Buffer } from "node:buffer";
import { agent, type ContainerID, fromJson, toJson } from "@mesos-ts/protos";
import type { RecordStream } from "@mesos-ts/transport";
import { authorization, type Cluster, type Peer, reaching, refusal } from "../cluster/cluster.ts";
import { Failure } from "../failure.ts";
import type { World } from "../shell/world.ts";
import { DetachKeys } from "./detach-keys.ts";
import {
  containerRecord,
  HEARTBEAT_MS,
  heartbeatRecord,
  stdinRecord,
  windowRecord,
} from "./io-messages.ts";
import { RecordQueue } from "./record-queue.ts";

export interface Session {
  readonly cluster: Cluster;
  readonly world: World;
  readonly agent: Peer;
  readonly container: ContainerID;
  /** Its reply is the container's output. */
  readonly call: agent.Call;
  /** Whether what is typed goes to the container. */
  readonly input: boolean;
  /** Whether the container has a terminal, which ours then plays. */
  readonly tty: boolean;
}

export type SessionEnd = "ended" | "detached";

const JSON_TYPE = "application/json";
const RECORDIO = "application/recordio";

/** What an agent says of a container that has ended, and of one without a terminal. */
const ENDED_STATUS = 500;
const NO_SWITCHBOARD = "I/O switchboard server was disabled for this container";

/**
 * Connects the terminal with a container until that ends or the user detaches. The output is
 * opened first: for a new container it is what launches it.
 */
export async function runSession(session: Session): Promise<SessionEnd> {
  const output = await openOutput(session);
  const input = session.input ? new Input(session, () => output.close()) : undefined;
  const interrupted = session.world.interruption();
  interrupted.addEventListener("abort", output.close, { once: true });
  try {
    await copyOutput(output, session);
  } finally {
    interrupted.removeEventListener("abort", output.close);
    input?.close();
  }
  if (input?.failure !== undefined) throw input.failure;
  return input?.detached === true ? "detached" : "ended";
}

async function openOutput({ cluster, agent: peer, call }: Session): Promise<RecordStream> {
  const output = await reaching(peer, () =>
    cluster.client.stream({
      url: `http://${peer.address}/api/v1`,
      body: toJson(agent.Call, call),
      headers: {
        "Content-Type": JSON_TYPE,
        Accept: RECORDIO,
        "Message-Accept": JSON_TYPE,
        ...authorization(peer.credentials),
      },
    }),
  );
  if (output.status === 200) return output;
  const text = output.body.toString();
  if (output.status === ENDED_STATUS && text === NO_SWITCHBOARD) {
    throw new Failure("Unable to attach to a task launched without a TTY");
  }
  throw refusal(peer, String(call.type), output.status, text);
}

async function copyOutput({ records }: RecordStream, session: Session): Promise<void> {
  const { world, agent: peer } = session;
  try {
    for await (const record of records) {
      const { type, data } = fromJson(agent.ProcessIO, JSON.parse(record.toString()));
      if (type !== "DATA" || data?.data === undefined) continue;
      await (data.type === "STDERR" ? world.err(data.data) : world.out(data.data));
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Failure(`The output from ${peer.name} broke off: ${why}`);
  }
}

/** What is typed, on its way to the container, with heartbeats and the window's size. */
class Input {
  detached = false;
  failure: Error | undefined;
  readonly #session: Session;
  readonly #queue: RecordQueue;
  readonly #keys = new DetachKeys();
  readonly #request = new AbortController();
  readonly #stops: (() => void)[] = [];
  readonly #leave: () => void;

  constructor(session: Session, leave: () => void) {
    this.#session = session;
    this.#leave = leave;
    this.#queue = new RecordQueue((full) => session.world.keyboard.hold(full));
    this.#queue.push(containerRecord(session.container));
    if (session.tty) this.#playTerminal();
    this.#listen();
    const beat = setInterval(() => this.#queue.push(heartbeatRecord()), HEARTBEAT_MS);
    this.#stops.push(() => clearInterval(beat));
    this.#queue.push(heartbeatRecord());
    void this.#send();
  }

  close(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#queue.end();
    this.#request.abort();
  }

  #playTerminal(): void {
    const { keyboard, screen } = this.#session.world;
    const size = (): void => this.#queue.push(windowRecord(screen.rows, screen.columns));
    // A program that is there already draws anew only when the size changes.
    this.#queue.push(windowRecord(0, 0));
    size();
    this.#stops.push(screen.onResize(size));
    keyboard.setRaw(true);
    this.#stops.push(() => keyboard.setRaw(false));
  }

  #listen(): void {
    const stop = this.#session.world.keyboard.listen(
      (chunk) => this.#typed(chunk),
      () => this.#queue.push(stdinRecord(Buffer.alloc(0))),
    );
    this.#stops.push(stop);
  }

  #typed(chunk: Buffer): void {
    const { tty, world } = this.#session;
    const { data, detached } = tty ? this.#keys.push(chunk) : { data: chunk, detached: false };
    if (data.length > 0) this.#queue.push(stdinRecord(data));
    if (!detached) return;
    this.detached = true;
    void world.out("\r\n").then(this.#leave);
  }

  async #send(): Promise<void> {
    const { cluster, agent: peer } = this.#session;
    try {
      const reply = await cluster.client.request({
        url: `http://${peer.address}/api/v1`,
        body: this.#queue,
        headers: {
          "Content-Type": RECORDIO,
          "Message-Content-Type": JSON_TYPE,
          Accept: JSON_TYPE,
          ...authorization(peer.credentials),
        },
        timeoutMs: 0,
        signal: this.#request.signal,
      });
      // A container that has ended takes no input; its output may still be on its way.
      if (reply.status === 200 || reply.status === ENDED_STATUS) return;
      this.#fail(refusal(peer, "ATTACH_CONTAINER_INPUT", reply.status, reply.body.toString()));
    } catch (error) {
      if (!this.#request.signal.aborted) this.#fail(error as Error);
    }
  }

  #fail(error: Error): void {
    this.failure = error;
    this.#leave();
  }
}
