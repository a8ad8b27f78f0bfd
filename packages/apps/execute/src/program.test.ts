/** The program, against a scripted master. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { decode, fromJson, scheduler, toJson } from "@mesos-ts/protos";
import { type ResponseWriter, Router, startTransport } from "@mesos-ts/transport";
import { afterEach, describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("../bin/mesos-execute.js", import.meta.url));
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function start(args: readonly string[]) {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  closers.push(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  return { closed: once(child, "close"), text: () => ({ out, err }) };
}

/** A master that answers as `script` says; it hears the calls in order. */
async function scripted(
  onCall: (call: scheduler.Call, send: (event: scheduler.Event) => void, cut: () => void) => void,
) {
  const router = new Router("master");
  const calls: scheduler.Call[] = [];
  let writer: ResponseWriter | undefined;
  const send = (event: scheduler.Event): void => {
    const text = toJson(scheduler.Event, event);
    writer?.write(`${Buffer.byteLength(text)}\n${text}`);
  };
  router.route("master", "/api/v1/scheduler", (request) => {
    const call =
      request.header("content-type") === "application/json"
        ? fromJson(scheduler.Call, JSON.parse(request.body.toString()))
        : decode(scheduler.Call, request.body);
    calls.push(call);
    const cut = (): void => writer?.destroy();
    if (call.type !== "SUBSCRIBE") {
      onCall(call, send, cut);
      return { status: 202 };
    }
    return {
      status: 200,
      headers: { "Mesos-Stream-Id": "stream", "Content-Type": "application/json" },
      stream: (opened) => {
        writer = opened;
        onCall(call, send, cut);
      },
    };
  });
  const server = await startTransport({ host: "127.0.0.1", router });
  closers.push(() => server.close());
  return { address: server.address, calls };
}

const SUBSCRIBED: scheduler.Event = {
  type: "SUBSCRIBED",
  subscribed: { framework_id: { value: "F-0000" }, heartbeat_interval_seconds: 15 },
};

describe("mesos-execute", () => {
  it("goes on when the master is back", async () => {
    let subscriptions = 0;
    const { address, calls } = await scripted((call, send, cut) => {
      if (call.type === "SUBSCRIBE") {
        subscriptions += 1;
        send(SUBSCRIBED);
        if (subscriptions === 1) {
          send({
            type: "OFFERS",
            offers: {
              offers: [
                {
                  id: { value: "O" },
                  framework_id: { value: "F-0000" },
                  agent_id: { value: "S0" },
                  hostname: "h",
                  resources: [
                    { name: "cpus", type: "SCALAR", scalar: { value: 4 } },
                    { name: "mem", type: "SCALAR", scalar: { value: 512 } },
                  ],
                },
              ],
            },
          });
        } else {
          send({
            type: "UPDATE",
            update: { status: { task_id: { value: "survivor" }, state: "TASK_FINISHED" } },
          });
        }
      } else if (call.type === "ACCEPT") {
        cut();
      }
    });
    const { closed, text } = start([
      `--master=${address}`,
      "--name=survivor",
      "--command=sleep 45; echo survived",
      "--content_type=json",
    ]);
    expect(await closed).toEqual([0, null]);
    expect(text().out).toBe(
      "Subscribed with ID F-0000\nSubmitted task 'survivor' to agent 'S0'\n" +
        "Subscribed with ID F-0000\nReceived status update TASK_FINISHED for task 'survivor'\n",
    );
    expect(text().err).toContain(`New master detected at master@${address}`);
    expect(calls.map(({ type }) => type)).toEqual(["SUBSCRIBE", "ACCEPT", "SUBSCRIBE"]);
    expect(calls[2]?.framework_id?.value).toBe("F-0000");
  });

  it("ends with 1 when the master refuses it", async () => {
    const { address } = await scripted((_, send) =>
      send({ type: "ERROR", error: { message: "Framework has been removed" } }),
    );
    const { closed, text } = start([
      `--master=${address}`,
      "--name=x",
      "--command=true",
      "--content_type=json",
    ]);
    expect(await closed).toEqual([1, null]);
    expect(text().err).toContain("Received an ERROR event: Framework has been removed");
  });

  it.each([
    [["--name=x", "--command=x"], /^Flag 'master' is required.*\n\nUsage: mesos-execute/],
    [["--master=127.0.0.1:1"], /Missing required option --name\n\nUsage: mesos-execute/],
    [
      ["--master=zk://h/m", "--name=x", "--command=x"],
      /Failed to parse 'h' as a ZooKeeper server: expecting 'host:port'/,
    ],
    [["--master=h:1", "--docker_image=x"], /docker_image/],
  ])("refuses %j with 1", async (args, pattern) => {
    const { closed, text } = start(args);
    expect(await closed).toEqual([1, null]);
    expect(text().out).toBe("");
    expect(text().err).toMatch(pattern);
  });
});
