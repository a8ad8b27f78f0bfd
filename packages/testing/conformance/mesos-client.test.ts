import { createRequire } from "node:module";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { LiveScheduler } from "./live-scheduler.ts";
import { getJson, type Program, Programs, until } from "./programs.ts";
import type { Json } from "./recordings.ts";
import { XmlHttpRequest } from "./xml-http-request.ts";

/**
 * An independent operator's client, as it is: `@dcos/mesos-client`, which DC/OS's console follows
 * clusters with. It is made for browsers; all that is lent to it is a browser's XMLHttpRequest.
 */

interface Observable {
  subscribe(
    next: (text: string) => void,
    error: (cause: unknown) => void,
    complete: () => void,
  ): { unsubscribe(): void };
}
interface MesosClient {
  stream(call: object, url: string): Observable;
  request(call: object, url: string): Observable;
}

const programs = new Programs();
let client: MesosClient;
let master: Program;
let url: string;

beforeAll(async () => {
  vi.stubGlobal("XMLHttpRequest", XmlHttpRequest);
  client = createRequire(import.meta.url)("@dcos/mesos-client") as MesosClient;
  master = await programs.master(["--allocation_interval=100ms"]);
  url = `http://${master.address}/api/v1`;
});

afterAll(async () => {
  vi.unstubAllGlobals();
  await programs.close();
});

function ask(call: object): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  client.request(call, url).subscribe(resolve, reject, () => {});
  return promise;
}

it("makes calls", async () => {
  const flags = JSON.parse(await ask({ type: "GET_FLAGS" })) as Json;
  expect(flags["type"]).toBe("GET_FLAGS");
  await expect(ask({ type: "TEARDOWN" })).rejects.toMatchObject({
    code: 400,
    response: "Failed to validate master::Call: Expecting 'teardown' to be present",
  });
});

it("follows the event stream from the snapshot to the end of a framework", async () => {
  const events: Json[] = [];
  const failures: unknown[] = [];
  const note = (cause: unknown): void => void failures.push(cause);
  const subscription = client.stream({ type: "SUBSCRIBE" }, url).subscribe(
    (text) => events.push(JSON.parse(text) as Json),
    note,
    () => note("the stream ended"),
  );
  const seen = async (type: string, count = 1): Promise<Json> => {
    await until(
      () => failures.length > 0 || events.filter((each) => each["type"] === type).length >= count,
      () => JSON.stringify(events.map((each) => each["type"])),
    );
    expect(failures).toEqual([]);
    return events.filter((each) => each["type"] === type)[count - 1] as Json;
  };

  const { subscribed } = (await seen("SUBSCRIBED")) as unknown as { subscribed: Json };
  expect(subscribed["heartbeat_interval_seconds"]).toBe(15);
  await seen("HEARTBEAT");
  await programs.agent(master, ["--resources=cpus:2;mem:1024;disk:1024;ports:[31000-32000]"]);
  const added = await seen("AGENT_ADDED");
  const { slaves } = await getJson<{ slaves: { id: string }[] }>(master, "/slaves");
  expect(added["agent_added"]?.["agent"]?.["agent_info"]?.["id"]?.["value"]).toBe(slaves[0]?.id);

  const scheduler = new LiveScheduler(master);
  await scheduler.subscribe({ user: "root", name: "followed" });
  await seen("FRAMEWORK_ADDED");
  const offer = await scheduler.offer();
  await scheduler.launch(offer, [
    {
      name: "größe ✓",
      task_id: { value: "t" },
      agent_id: offer["agent_id"],
      command: { value: "true" },
      resources: [{ name: "cpus", type: "SCALAR", scalar: { value: 0.1 } }],
    },
  ]);
  await scheduler.update("t", "TASK_FINISHED");
  expect((await seen("TASK_ADDED"))["task_added"]?.["task"]?.["name"]).toBe("größe ✓");
  const states = [1, 2, 3].map(async (count) => {
    const event = await seen("TASK_UPDATED", count);
    return event["task_updated"]?.["status"]?.["state"];
  });
  expect(await Promise.all(states)).toEqual(["TASK_STARTING", "TASK_RUNNING", "TASK_FINISHED"]);
  await scheduler.say("TEARDOWN");
  await seen("FRAMEWORK_REMOVED");
  subscription.unsubscribe();
  scheduler.close();
  await until(async () => {
    const metrics = await getJson<Record<string, number>>(master, "/metrics/snapshot");
    return metrics["master/operator_event_stream_subscribers"] === 0;
  });
});
