/** `task exec` and `task attach` against an agent that answers as the recorded one did. */
import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { agent, decode, encode, fromJson, master } from "@mesos-ts/protos";
import { encodeRecord } from "@mesos-ts/wire";
import { afterEach, describe, expect, it } from "vitest";
import { runMesos } from "../mesos.ts";
import { eventually, serve, TestWorld } from "../test-world.ts";

interface Recorded {
  readonly session: {
    readonly headers: Record<string, string>;
    readonly events: readonly { readonly event: unknown }[];
  };
}

const recorded = (
  JSON.parse(
    readFileSync(
      new URL("../../../../testing/fixtures/ops/ops_nested.json", import.meta.url),
      "utf8",
    ),
  ) as { requests: (Recorded | object)[] }
).requests.find((each): each is Recorded => "session" in each);

const CONTAINER = { value: "c-1", parent: { value: "executor" } };

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** What an agent was asked, and how the test answers. */
class RecordedAgent {
  readonly calls: agent.Call[] = [];
  readonly input: agent.Call_AttachContainerInput[] = [];
  readonly headers: IncomingMessage["headers"][] = [];
  output: ServerResponse | undefined;
  exitStatus = 0;
  refusal: { status: number; text: string } | undefined;

  async start(): Promise<string> {
    const server = await serve((request, response) => void this.#answer(request, response));
    closers.push(server.close);
    return server.address;
  }

  send(event: unknown): void {
    this.output?.write(encodeRecord(JSON.stringify(event)));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers["message-content-type"] !== undefined) return this.#take(request, response);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const isJson = request.headers["content-type"] === "application/json";
    const call = isJson
      ? fromJson(agent.Call, JSON.parse(body.toString()))
      : decode(agent.Call, body);
    this.calls.push(call);
    if (this.refusal !== undefined) {
      response.writeHead(this.refusal.status).end(this.refusal.text);
    } else if (call.type === "WAIT_CONTAINER") {
      const wait_container = { exit_status: this.exitStatus };
      response.end(encode(agent.Response, { type: "WAIT_CONTAINER", wait_container }));
    } else {
      this.headers.push(request.headers);
      response.writeHead(200, {
        "Content-Type": "application/recordio",
        "Message-Content-Type": "application/json",
      });
      response.flushHeaders();
      this.output = response;
    }
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.headers.push(request.headers);
    let rest = Buffer.alloc(0);
    try {
      for await (const chunk of request) {
        rest = Buffer.concat([rest, chunk as Buffer]);
        const { records, taken } = whole(rest);
        rest = rest.subarray(taken);
        for (const record of records) {
          const call = fromJson(agent.Call, JSON.parse(record.toString()));
          if (call.attach_container_input) this.input.push(call.attach_container_input);
        }
      }
      response.end();
    } catch {
      // The client has gone.
    }
  }
}

function whole(bytes: Buffer): { records: Buffer[]; taken: number } {
  const records: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf("\n", at);
    const length = Number(bytes.subarray(at, Math.max(end, at)));
    if (end < 0 || end + 1 + length > bytes.length) return { records, taken: at };
    records.push(bytes.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
  }
}

/** A master with one running task on the agent. */
async function masterWith(agentAddress: string): Promise<string> {
  const replies: Record<string, master.Response> = {
    GET_TASKS: {
      type: "GET_TASKS",
      get_tasks: {
        tasks: [
          {
            name: "web",
            task_id: { value: "web.1" },
            framework_id: { value: "F" },
            agent_id: { value: "S0" },
            state: "TASK_RUNNING",
            statuses: [
              {
                task_id: { value: "web.1" },
                state: "TASK_RUNNING",
                container_status: { container_id: CONTAINER },
              },
            ],
          },
        ],
      },
    },
    GET_AGENTS: {
      type: "GET_AGENTS",
      get_agents: {
        agents: [
          {
            agent_info: { hostname: "localhost", id: { value: "S0" } },
            ...{ active: true, version: "1.12.0", pid: `slave(1)@${agentAddress}` },
          },
        ],
      },
    },
  };
  const server = await serve((request, response) => {
    request.once("data", (body: Buffer) => {
      const reply = replies[decode(master.Call, body).type ?? ""];
      response.end(reply && encode(master.Response, reply));
    });
  });
  closers.push(server.close);
  return server.address;
}

async function start(args: readonly string[], test: TestWorld) {
  const peer = new RecordedAgent();
  const address = await masterWith(await peer.start());
  const surroundings = { world: test.world, folders: [] };
  return { peer, done: runMesos([`--master=${address}`, "task", ...args], surroundings) };
}

describe("mesos task exec", () => {
  it("shows what was recorded, and ends as the command did", async () => {
    const test = new TestWorld();
    const { peer, done } = await start(["exec", "web", "sh", "-c", "exit 4"], test);
    peer.exitStatus = 4 << 8;
    await eventually(() => peer.output !== undefined);
    for (const { event } of recorded?.session.events ?? []) peer.send(event);
    peer.output?.end();
    expect(await done).toBe(4);
    expect([test.outText, test.errText]).toEqual(["out\n", "err\n"]);
    const [launch, wait] = peer.calls;
    expect(launch).toMatchObject({
      type: "LAUNCH_NESTED_CONTAINER_SESSION",
      launch_nested_container_session: {
        container_id: { parent: CONTAINER },
        command: { value: "sh", arguments: ["sh", "-c", "exit 4"], shell: false },
      },
    });
    const own = launch?.launch_nested_container_session?.container_id;
    expect(wait?.wait_container?.container_id).toEqual(own);
    expect(peer.headers[0]).toMatchObject({
      "content-type": "application/json",
      accept: "application/recordio",
      "message-accept": "application/json",
    });
    expect(peer.input).toEqual([]);
  });

  it("sends what is typed, and tells of the end of the input", async () => {
    const test = new TestWorld();
    const { peer, done } = await start(["exec", "-i", "web.1", "cat"], test);
    await eventually(() => test.listens && peer.input.length > 0);
    test.type("hello\n");
    test.endOfInput();
    await eventually(() => peer.input.length === 4);
    const texts = peer.input.map(({ type, process_io: io }) =>
      io?.data === undefined
        ? (io?.control?.type ?? type)
        : Buffer.from(io.data.data ?? []).toString(),
    );
    expect(texts).toEqual(["CONTAINER_ID", "HEARTBEAT", "hello\n", ""]);
    expect(peer.headers[1]).toMatchObject({
      "content-type": "application/recordio",
      "message-content-type": "application/json",
    });
    peer.exitStatus = 15;
    peer.output?.end();
    expect(await done).toBe(128 + 15);
  });

  it("gives the command our terminal, with its size", async () => {
    const test = new TestWorld({ terminal: true });
    const { peer, done } = await start(["exec", "-it", "web", "top"], test);
    await eventually(() => peer.input.length === 4);
    test.resize(50, 132);
    await eventually(() => peer.input.length === 5);
    const sizes = peer.input
      .map(({ process_io: io }) => io?.control?.tty_info?.window_size)
      .filter((size) => size !== undefined);
    expect(sizes).toEqual([
      { rows: 0, columns: 0 },
      { rows: 24, columns: 80 },
      { rows: 50, columns: 132 },
    ]);
    expect(peer.calls[0]?.launch_nested_container_session?.container).toEqual({
      type: "MESOS",
      tty_info: { window_size: { rows: 24, columns: 80 } },
    });
    peer.output?.end();
    expect(await done).toBe(0);
    expect(test.raw).toEqual([true, false]);
  });

  it("needs a terminal to give one", async () => {
    const test = new TestWorld();
    const { done } = await start(["exec", "-t", "web", "sh"], test);
    expect([await done, test.errText]).toEqual([
      2,
      "Error: Must be running in a tty to pass the '--tty flag'\n",
    ]);
  });
});

describe("an agent that dies", () => {
  it("breaks the output off", async () => {
    const test = new TestWorld();
    const { peer, done } = await start(["exec", "web", "sh"], test);
    await eventually(() => peer.output !== undefined);
    peer.send({ type: "DATA", data: { type: "STDOUT", data: "JCA=" } });
    await eventually(() => test.outText !== "");
    peer.output?.destroy();
    expect(await done).toBe(1);
    expect(test.errText).toMatch(/^Error: The output from the agent at \S+ broke off: /);
  });

  it.each(["nonsense", "3\n{}x", '2\n"x'])("or sends %j", async (bytes) => {
    const test = new TestWorld();
    const { peer, done } = await start(["exec", "web", "sh"], test);
    await eventually(() => peer.output !== undefined);
    peer.output?.end(bytes);
    expect(await done).toBe(1);
    expect(test.errText).toContain(" broke off: ");
  });
});

describe("mesos task attach", () => {
  it("is left with CTRL-p CTRL-q", async () => {
    const test = new TestWorld({ terminal: true });
    const { peer, done } = await start(["attach", "web"], test);
    await eventually(() => test.listens && peer.output !== undefined);
    peer.send({ type: "DATA", data: { type: "STDOUT", data: "JCA=" } });
    await eventually(() => test.outText !== "");
    test.type("\x10");
    test.type("\x11");
    expect(await done).toBe(0);
    expect(test.outText).toBe("$ \r\n");
    expect(test.raw).toEqual([true, false]);
    expect(peer.calls.map(({ type }) => type)).toEqual(["ATTACH_CONTAINER_OUTPUT"]);
    expect(peer.calls[0]?.attach_container_output?.container_id).toEqual(CONTAINER);
  });

  it("only listens with --no-stdin", async () => {
    const test = new TestWorld({ terminal: true });
    const { peer, done } = await start(["attach", "--no-stdin", "web"], test);
    await eventually(() => peer.output !== undefined);
    peer.send({ type: "CONTROL", control: { type: "HEARTBEAT" } });
    peer.output?.end();
    expect(await done).toBe(0);
    expect([peer.input, test.raw]).toEqual([[], []]);
  });

  it.each([
    [
      { status: 500, text: "I/O switchboard server was disabled for this container" },
      "Error: Unable to attach to a task launched without a TTY\n",
    ],
    [{ status: 403, text: "" }, /^Error: ATTACH_CONTAINER_OUTPUT was refused by .*: HTTP 403\n$/],
  ])("tells why not: %j", async (refusal, text) => {
    const test = new TestWorld();
    const peer = new RecordedAgent();
    peer.refusal = refusal;
    const address = await masterWith(await peer.start());
    const args = [`--master=${address}`, "task", "attach", "web"];
    expect(await runMesos(args, { world: test.world, folders: [] })).toBe(1);
    expect(test.errText).toMatch(text);
  });
});
