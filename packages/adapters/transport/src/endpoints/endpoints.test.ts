import { Buffer } from "node:buffer";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MetricsRegistry } from "../metrics.ts";
import { closeAfterEach, type Harness, start } from "../server.test-support.ts";
import { addCommonEndpoints } from "./common-endpoints.ts";
import { modeText } from "./files-endpoints.ts";
import { LogToggle } from "./logging-endpoint.ts";
import { addHealthEndpoint } from "./plain-endpoints.ts";
import { parseSnapshotRate, RateLimiter } from "./rate-limiter.ts";
import { VirtualFiles } from "./virtual-files.ts";

type Golden = {
  request: { path: string };
  status: number;
  headers: Record<string, string>;
  text?: string;
  json?: unknown;
};
const golden = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../../fixtures/http/${name}.json`, import.meta.url), "utf8"),
  ) as Golden;

closeAfterEach();
let harness: Harness;
let metrics: MetricsRegistry;
let files: VirtualFiles;
let level: number;
let folder: string;

beforeEach(async () => {
  harness = await start();
  metrics = new MetricsRegistry();
  files = new VirtualFiles();
  level = 0;
  folder = await mkdtemp(join(tmpdir(), "files-"));
  const version = golden("master_get_version").json as Record<string, never>;
  addCommonEndpoints(harness.router, {
    metrics,
    snapshotRate: undefined,
    toggle: new LogToggle({ get: () => level, set: (value) => (level = value) }),
    version: version as never,
    files,
    processIds: () => ["master", "log-replica(1)"],
    title: "mesos-master",
    defaultProcess: "master",
  });
  addHealthEndpoint(harness.router, "master");
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

async function json(path: string): Promise<unknown> {
  return JSON.parse((await harness.get(path)).body.toString());
}
async function text(path: string): Promise<[number, string]> {
  const reply = await harness.get(path);
  return [reply.status, reply.body.toString()];
}
/** Status, headers (without Date) and body are as recorded. */
async function same(name: string, path = golden(name).request.path): Promise<void> {
  const recorded = golden(name);
  const reply = await harness.get(path);
  expect(reply.status).toBe(recorded.status);
  const { Date: _, ...headers } = reply.headers;
  const { Date: __, ...recordedHeaders } = recorded.headers;
  expect(headers).toEqual(recordedHeaders);
  const body = reply.body.toString();
  if (recorded.json !== undefined) expect(JSON.parse(body)).toEqual(recorded.json);
  else expect(body).toBe(recorded.text);
}

describe("generic endpoints", () => {
  it.each([
    "master_get_version",
    "master_get_logging_toggle",
    "master_get_profiler",
    "master_get_health",
    "agent_files_nopath",
    "agent_files_missing",
  ])("%s is as recorded", (name) => same(name));

  it("/system/stats.json has the recorded shape", async () => {
    const recorded = golden("master_get_system_stats").json as object;
    expect(Object.keys((await json("/system/stats.json")) as object)).toEqual(
      Object.keys(recorded),
    );
  });

  it("/__processes__ lists processes in the recorded shape", async () => {
    const [first] = golden("master_get_processes").json as object[];
    const listed = (await json("/__processes__")) as { id: string }[];
    for (const id of ["files", "help", "log-replica(1)", "logging", "master", "metrics"]) {
      expect(listed).toContainEqual({ ...first, id });
    }
  });

  it("all give JSONP", async () => {
    for (const path of ["/version", "/system/stats.json", "/metrics/snapshot", "/files/debug"]) {
      const reply = await harness.get(`${path}?jsonp=cb`);
      expect(reply.headers["Content-Type"]).toBe("text/javascript");
      expect(reply.body.toString()).toMatch(/^cb\(\{.*\}\);$/);
    }
  });
});

describe("/logging/toggle", () => {
  it.each([
    ["level=1", "Expecting 'duration=value' in query.\n"],
    ["duration=1secs", "Expecting 'level=value' in query.\n"],
    ["level=x&duration=1secs", "Failed to convert 'x' to number.\n"],
    ["level=-1&duration=1secs", "Invalid level '-1'.\n"],
    ["level=1&duration=1", "Invalid duration '1'.\n"],
  ])("?%s is refused", async (query, why) => {
    expect(await text(`/logging/toggle?${query}`)).toEqual([400, why]);
    expect(level).toBe(0);
  });

  it("sets the level for a while; the last setting counts", () => {
    vi.useFakeTimers();
    const toggle = new LogToggle({ get: () => level, set: (value) => (level = value) });
    toggle.set(3, 1000);
    vi.advanceTimersByTime(900);
    toggle.set(2, 1000);
    vi.advanceTimersByTime(900);
    expect(level).toBe(2);
    vi.advanceTimersByTime(200);
    expect(level).toBe(0);
  });

  it("answers 200 without a body, and shows the new level", async () => {
    expect(await text("/logging/toggle?level=2&duration=5mins")).toEqual([200, ""]);
    expect(await text("/logging/toggle")).toEqual([200, "2\n"]);
  });

  it("refuses a level below the original", async () => {
    level = 1;
    const other = await start();
    const { addLoggingEndpoint } = await import("./logging-endpoint.ts");
    addLoggingEndpoint(other.router, new LogToggle({ get: () => level, set: () => {} }));
    const reply = await other.get("/logging/toggle?level=0&duration=1secs");
    expect([reply.status, reply.body.toString()]).toEqual([400, "'0' < original level.\n"]);
  });
});

describe("/metrics/snapshot", () => {
  it("prints doubles with sorted keys, as recorded", async () => {
    const recorded = golden("master_get_metrics").json as Record<string, number>;
    const system = Object.keys(recorded).filter((key) => key.startsWith("system/"));
    metrics.counter("master/tasks_failed").increment(3);
    metrics.gauge("master/elected", () => 1);
    metrics.gauge("broken", () => {
      throw new Error("gauge");
    });
    metrics.gauge("absent", () => undefined);
    metrics.source((into) => into("allocator/mesos/roles/a", 0.5));
    const reply = await harness.get("/metrics/snapshot");
    expect(reply.headers["Content-Type"]).toBe("application/json");
    const body = reply.body.toString();
    expect(body).toMatch(
      /^\{"allocator\/mesos\/roles\/a":0\.5,"master\/elected":1\.0,"master\/tasks_failed":3\.0,"system/,
    );
    expect(Object.keys(JSON.parse(body) as object).slice(3)).toEqual(system);
    expect(await text("/metrics/snapshot?timeout=x")).toEqual([
      400,
      "Invalid timeout 'x': Failed to convert '' to number.\n",
    ]);
    expect((await text("/metrics/snapshot?timeout=10secs"))[0]).toBe(200);
  });

  it("gives timers the recorded statistics", () => {
    let now = 0;
    const registry = new MetricsRegistry(() => now);
    const timer = registry.timer("registrar/state_store", 1000);
    const fetch = registry.timer("registrar/state_fetch");
    expect(registry.snapshot().size).toBe(0);
    fetch.record(2);
    fetch.record(2.5);
    timer.record(1.4208);
    timer.record(4.797952);
    const recorded = golden("master_get_metrics").json as Record<string, number>;
    const snapshot = registry.snapshot();
    for (const [key, value] of snapshot) {
      if (key.startsWith("registrar/state_store"))
        expect(value).toBeCloseTo(recorded[key] ?? -1, 9);
    }
    expect([...snapshot.keys()]).toEqual(
      Object.keys(recorded).filter((key) => key.startsWith("registrar/state_")),
    );
    now = 1001;
    expect([...registry.snapshot().keys()]).toEqual([
      "registrar/state_fetch_ms",
      "registrar/state_store_ms",
    ]);
  });

  it("refuses a key twice and forgets removed keys", () => {
    metrics.counter("a");
    expect(() => metrics.gauge("a", () => 1)).toThrow(/already added/);
    metrics.remove("a");
    expect(metrics.has("a")).toBe(false);
    metrics.gauge("a", () => Number.NaN);
    expect(metrics.snapshotJson()).not.toContain('"a"');
  });

  it.each<[string | undefined, unknown]>([
    [undefined, { rate: { permits: 2, intervalMs: 1000 } }],
    ["", { rate: undefined }],
    ["10/2secs", { rate: { permits: 10, intervalMs: 2000 } }],
    [
      "10",
      { error: expect.stringContaining("format is <number of requests>/<interval duration>") },
    ],
    ["x/1secs", { error: expect.stringContaining("Failed to parse the number of requests") }],
    ["1/x", { error: expect.stringContaining("Failed to parse the interval") }],
    ["0/1secs", { error: expect.stringContaining("number of requests") }],
    ["1/0secs", { error: expect.stringContaining("interval") }],
  ])("reads the limit %j", (limit, expected) => {
    expect(parseSnapshotRate(limit)).toEqual(expected);
  });

  it("spaces requests by the rate", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
    const limiter = new RateLimiter({ permits: 2, intervalMs: 1000 });
    const admitted: number[] = [];
    for (let i = 0; i < 4; i += 1) void limiter.acquire().then(() => admitted.push(i));
    await vi.advanceTimersByTimeAsync(1);
    expect(admitted).toEqual([0]);
    await vi.advanceTimersByTimeAsync(500);
    expect(admitted).toEqual([0, 1]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(admitted).toEqual([0, 1, 2, 3]);
  });
});

/** What Apache Mesos does not have: `/metrics` for Prometheus, `/openapi.json`. */
const isOurs = (id: string, name: string): boolean =>
  id === "openapi.json" || (id === "metrics" && name === "/");

describe("/help", () => {
  it("describes every endpoint but its own, as JSON in the recorded shape", async () => {
    const { processes } = (await json("/help?format=json")) as {
      processes: { id: string; endpoints: { name: string; text: string }[] }[];
    };
    expect(processes.map(({ id }) => id)).toEqual([
      "files",
      "logging",
      "master",
      "metrics",
      "openapi.json",
      "profiler",
      "system",
      "version",
    ]);
    const recorded = golden("master_get_help").json as typeof processes extends infer T
      ? { processes: T }
      : never;
    for (const { id, endpoints } of processes) {
      if (id === "master") continue;
      const theirs = recorded.processes.find((process) => process.id === id);
      const names = endpoints.map(({ name }) => name).filter((name) => !isOurs(id, name));
      expect(names).toEqual(theirs?.endpoints.map(({ name }) => name) ?? []);
    }
    expect(processes[2]?.endpoints[0]?.text).toMatch(
      /^### USAGE ###\n> {8}\/health\n> {8}\/master\/health\n\n### TL;DR; ###\n/,
    );
  });

  it("is Markdown for curl and HTML for browsers, at every level", async () => {
    for (const [path, words] of [
      ["/help", "/files"],
      ["/help/files", "/files/browse"],
      ["/help/files/browse", "Lists a folder"],
      ["/help/version", "Version and build"],
      ["/help/metrics", "for Prometheus"],
    ] as const) {
      const curl = await harness.get(path, "User-Agent: curl/8\r\n");
      expect(curl.headers["Content-Type"]).toBe("text/x-markdown");
      expect(curl.body.toString()).toContain(words);
      const html = await harness.get(path);
      expect(html.headers["Content-Type"]).toBe("text/html");
      expect(html.body.toString()).toContain(words);
    }
    expect(await text("/help/nosuch")).toEqual([404, "404 Not Found."]);
    expect(await text("/help/files/nosuch")).toEqual([
      400,
      "No help available for '/files/nosuch'.\n",
    ]);
  });
});

describe("/files", () => {
  beforeEach(async () => {
    await mkdir(join(folder, "sandbox", "deep"), { recursive: true });
    await writeFile(join(folder, "sandbox", "stdout"), "hello\n", { mode: 0o644 });
    await utimes(join(folder, "sandbox", "stdout"), 1795177054, 1795177054);
    await writeFile(join(folder, "sandbox", "deep", "big.txt"), "0123456789".repeat(10_000));
    await mkdir(join(folder, "sandbox-other"));
    await writeFile(join(folder, "sandbox-other", "secret"), "secret");
    await symlink(join(folder, "sandbox-other", "secret"), join(folder, "sandbox", "leak"));
    await symlink("../sandbox-other", join(folder, "sandbox", "leaks"));
    await symlink("deep/big.txt", join(folder, "sandbox", "inside"));
    await symlink("nowhere", join(folder, "sandbox", "dangling"));
    await symlink("loop", join(folder, "sandbox", "loop"));
    execFileSync("mkfifo", [join(folder, "sandbox", "fifo")]);
    await files.attach(join(folder, "sandbox"), "/box/");
  });

  it("shows what is attached where", async () => {
    await files.attach(join(folder, "sandbox", "stdout"), "/master/log");
    expect(await json("/files/debug")).toEqual({
      "/box": join(folder, "sandbox"),
      "/master/log": join(folder, "sandbox", "stdout"),
    });
    files.detach("/box");
    expect(Object.keys((await json("/files/debug")) as object)).toEqual(["/master/log"]);
    await expect(files.attach(join(folder, "nosuch"), "/x")).rejects.toThrow(
      `Failed to get realpath of '${join(folder, "nosuch")}': No such file or directory`,
    );
  });

  it("lists a folder in the recorded shape, sorted by path", async () => {
    const listed = (await json("/files/browse?path=/box")) as { path: string; mode: string }[];
    expect(listed.map(({ path }) => path)).toEqual(
      ["dangling", "deep", "fifo", "inside", "leak", "leaks", "loop", "stdout"].map(
        (name) => `/box/${name}`,
      ),
    );
    const [recorded] = golden("agent_files_browse").json as object[];
    const stdout = listed.at(-1);
    expect(Object.keys(stdout ?? {})).toEqual(Object.keys(recorded ?? {}));
    expect(stdout).toMatchObject({ mode: "-rw-r--r--", mtime: 1795177054, nlink: 1, size: 6 });
    const modes = new Map(listed.map(({ path, mode }) => [path.slice(5), mode[0]]));
    // A link that stays inside shows its target, one that leads out only itself.
    expect([modes.get("inside"), modes.get("leak"), modes.get("fifo"), modes.get("deep")]).toEqual([
      "-",
      "l",
      "p",
      "d",
    ]);
    expect(await json("/files/browse?path=/box/stdout")).toEqual([]);
    expect(await text("/files/browse?path=/nosuch")).toEqual([404, ""]);
    expect(await text("/files/browse")).toEqual([400, "Expecting 'path=value' in query.\n"]);
  });

  it("reads parts", async () => {
    await files.attach(
      join(folder, "sandbox"),
      golden("agent_files_read_stdout").request.path.replace(/.*path=(.*)\/stdout.*/, "$1"),
    );
    await same("agent_files_read_stdout");
    await same("agent_files_read_end");
    const read = (query: string) => json(`/files/read?path=/box/deep/big.txt&${query}`);
    expect(await read("offset=99998&length=100")).toEqual({ data: "89", offset: 99998 });
    expect(await read("offset=100000")).toEqual({ data: "", offset: 100000 });
    expect(await read("offset=5&length=0")).toEqual({ data: "", offset: 5 });
    expect(await read("length=5")).toEqual({ data: "", offset: 100000 });
    const { data } = (await read("offset=0&length=-1")) as { data: string };
    expect(data.length).toBe(65536);
  });

  it.each([
    ["offset=x", 400, "Failed to parse offset: Failed to convert 'x' to number.\n"],
    ["offset=-2", 400, "Negative offset provided: -2.\n"],
    ["length=x", 400, "Failed to parse length: Failed to convert 'x' to number.\n"],
    ["length=-2", 400, "Negative length provided: -2.\n"],
    ["offset=0&path=/box/deep", 400, "Cannot read a directory.\n"],
    ["offset=0&path=/box/nosuch", 404, ""],
    ["offset=0&path=/box/stdout/x", 404, ""],
    ["offset=0&path=/box/dangling", 404, ""],
    ["offset=0&path=/box/fifo", 400, "'/box/fifo' is not a regular file.\n"],
  ])("read?%s is refused", async (query, status, why) => {
    expect(await text(`/files/read?path=/box/stdout&${query}`)).toEqual([status, why]);
  });

  it.each([
    "leak",
    "leaks/secret",
    "../sandbox-other/secret",
    "deep/../../sandbox-other/secret",
    "loop",
    "%00",
  ])("serves nothing outside what is attached: %s", async (path) => {
    for (const endpoint of ["read?offset=0", "download?", "browse?"]) {
      const [status, body] = await text(`/files/${endpoint}&path=/box/${path}`);
      expect([400, 404]).toContain(status);
      expect(body).not.toContain('"data"');
      expect(body).not.toBe("secret");
    }
  });

  it("names what is inaccessible", async () => {
    expect(await text("/files/read?offset=0&path=/box/leak")).toEqual([
      400,
      `'${join(folder, "sandbox", "leak")}' is inaccessible.\n`,
    ]);
  });

  it("downloads a file, whole and typed", async () => {
    const recorded = golden("agent_files_download");
    const reply = await harness.get("/files/download?path=/box/stdout");
    const { Date: _, ...headers } = reply.headers;
    const { Date: __, ...recordedHeaders } = recorded.headers;
    expect(headers).toEqual(recordedHeaders);
    expect(reply.body.toString()).toBe("hello\n");
    const big = await harness.get("/files/download?path=/box/deep/big.txt");
    expect(big.headers).toMatchObject({ "Content-Type": "text/plain", "Content-Length": "100000" });
    expect(big.body.equals(Buffer.from("0123456789".repeat(10_000)))).toBe(true);
    expect(await text("/files/download?path=/box/deep")).toEqual([
      400,
      "Cannot download a directory.\n",
    ]);
    expect(await text("/files/download?path=/nosuch")).toEqual([404, "404 Not Found."]);
    expect(await text("/files/download")).toEqual([400, "Expecting 'path=value' in query.\n"]);
  });

  it("asks the nearest authorization", async () => {
    await files.attach(
      join(folder, "sandbox", "deep"),
      "/box/deep",
      (principal) => principal !== undefined,
    );
    expect((await text("/files/browse?path=/box/deep"))[0]).toBe(403);
    expect((await text("/files/read?offset=0&path=/box/deep/big.txt"))[0]).toBe(403);
    expect(await text("/files/download?path=/box/deep/big.txt")).toEqual([403, "403 Forbidden."]);
    expect((await text("/files/browse?path=/box"))[0]).toBe(200);
    const allowed = await files.browse("/box/deep", { value: "me" });
    expect(allowed).toHaveLength(1);
  });

  it.each([
    [0o100644, "-rw-r--r--"],
    [0o040755, "drwxr-xr-x"],
    [0o120777, "lrwxrwxrwx"],
    [0o010600, "prw-------"],
    [0o140000, "s---------"],
  ])("mode %i is shown as %s", (mode, shown) => expect(modeText(mode)).toBe(shown));
});
