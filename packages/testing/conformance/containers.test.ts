import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LiveScheduler } from "./live-scheduler.ts";
import { getJson, type Program, Programs, RECORDED_AGENT, RECORDED_MASTER } from "./programs.ts";
import { type Exchange, type Json, recording, renamed, timeless } from "./recordings.ts";

/** Tasks that were recorded with their updates and output, launched again as they were. */

interface Row {
  readonly files: Readonly<Record<"stdout" | "stderr", { readonly data: string }>>;
}

const recorded = recording<{
  readonly rows: Readonly<Record<string, Row>>;
  readonly framework: {
    readonly calls: readonly Exchange[];
    readonly events: readonly { readonly event: Json }[];
  };
}>("ops/ops_containers.json");

/** Those that need Linux's cgroups and namespaces are not here. */
const ROWS = [
  "c-env",
  "c-args",
  "c-user",
  "c-environ",
  "c-uri",
  "c-uri-missing",
  "c-volume",
  "c-rlimit",
  "c-signal",
  "c-maxtime",
  "c-check",
  "c-health-bad",
];

const RECORDED_IDS = "e3b589b4-7823-4b30-b186-da476169c9b2";
const RECORDED_WORK_DIR = "/var/lib/mesos/agent";
const FIXTURES = "/srv/fixtures";

const programs = new Programs();
const fixtures = join(programs.folder, "fixtures");
let agent: Program;
let scheduler: LiveScheduler;
let masterId: string;

beforeAll(async () => {
  writeFixtures();
  const master = await programs.master(RECORDED_MASTER);
  agent = await programs.agent(master, [
    ...RECORDED_AGENT,
    "--launcher=posix",
    "--isolation=posix/cpu,posix/mem",
  ]);
  scheduler = new LiveScheduler(master);
  await scheduler.subscribe({
    user: "root",
    name: "capture",
    failover_timeout: 30,
    checkpoint: true,
    roles: ["dev"],
    capabilities: [
      "MULTI_ROLE",
      "PARTITION_AWARE",
      "RESERVATION_REFINEMENT",
      "TASK_KILLING_STATE",
    ].map((type) => ({ type })),
  });
  ({ id: masterId } = await getJson<{ id: string }>(master, "/master/state"));
  const offer = await scheduler.offer();
  await scheduler.launch(offer, ROWS.map(taskInfo));
  await Promise.all(ROWS.map((row) => scheduler.update(row, lastState(row))));
});

afterAll(async () => {
  scheduler.close();
  await programs.close();
});

/** What the recorded tasks fetch and mount. */
function writeFixtures(): void {
  mkdirSync(join(fixtures, "vol"), { recursive: true });
  mkdirSync(join(fixtures, "d"));
  writeFileSync(join(fixtures, "hello.txt"), "hello file\n");
  writeFileSync(join(fixtures, "d/in"), "inside\n");
  writeFileSync(join(fixtures, "x.sh"), "#!/bin/sh\necho x\n");
  chmodSync(join(fixtures, "x.sh"), 0o644);
  execFileSync("tar", ["czf", "a.tar.gz", "d"], { cwd: fixtures });
}

function taskInfo(row: string): object {
  const tasks = recorded.framework.calls.flatMap(({ request }): readonly Json[] => {
    const { accept } = JSON.parse(request.body ?? "{}") as { accept?: Json };
    return accept?.["operations"]?.[0]?.["launch"]?.["task_infos"] ?? [];
  });
  const task = tasks.find((each) => each["task_id"]?.["value"] === row);
  return renamed(task as object, [
    [RECORDED_IDS, masterId],
    [FIXTURES, fixtures],
  ]);
}

function updatesOf(events: readonly Json[], row: string): Json[] {
  return events.flatMap((event) => {
    const status = event["update"]?.["status"];
    return status?.["task_id"]?.["value"] === row ? [status as Json] : [];
  });
}

const recordedUpdates = (row: string): Json[] =>
  updatesOf(
    recorded.framework.events.map(({ event }) => event),
    row,
  );

const lastState = (row: string): string => recordedUpdates(row).at(-1)?.["state"] ?? "";

/** A sandbox file as it is, empty when the task never got to write one. */
async function output(row: string, name: "stdout" | "stderr"): Promise<string> {
  const runs = `slaves/${masterId}-S0/frameworks/${scheduler.frameworkId}/executors/${row}/runs`;
  const path = join(programs.folder, "agent", runs, "latest", name);
  const text = await readFile(path, "utf8").catch(() => "");
  return renamed(text, [
    [masterId, RECORDED_IDS],
    [fixtures, FIXTURES],
    [join(programs.folder, "agent"), RECORDED_WORK_DIR],
    [new RegExp(`\\b${agent.port}\\b`, "g"), "5051"],
  ]);
}

const recordedOutput = (row: string, name: "stdout" | "stderr"): string =>
  recorded.rows[row]?.files[name].data ?? "";

/** What a line of a log says, without when, who and where. */
function saying(line: string): string {
  return line
    .replace(/^([IWE])\d{4} [\d:.]+ +\d+ [\w.-]+:\d+\] /, "$1 ")
    .replace(/\(pid: \d+\)/, "(pid: N)")
    .replace(/(Forked command at|at pid|Process|tree at) \d+/g, "$1 N")
    .replace(/^E (EXIT with status 1: )?(Failed to fetch '[^']*'): .*/, "E $2");
}

/**
 * What only Apache Mesos says: the mount of the Linux isolator, the fetcher's parameters and its
 * `cp`, each check's verdict in the checker's words, and the process trees that signals went to.
 */
const NOT_SAID = [
  /^Marked '\/' as rslave$/,
  /^I Fetcher Info: /,
  /^cp: cannot stat /,
  /^W COMMAND health check for task '[^']*' failed/,
  /^I (Sent SIGTERM to|Killed) the following process trees:$/,
  /^(\[ |\]|[-+ \\]+ \d+ .*)$/,
];

const sayings = (text: string): string[] =>
  timeless(text.split("\n"))
    .filter((line) => !NOT_SAID.some((pattern) => pattern.test(line)))
    .map(saying)
    .filter((line) => !NOT_SAID.some((pattern) => pattern.test(line)))
    // How often a check repeats itself before the task ends is a matter of clocks.
    .filter((line, place, all) => line !== all[place - 1]);

/** At the end of its time a task has no grace: SIGKILL follows SIGTERM, and either may be first. */
function signalThatWon(row: string): (readonly [string, string])[] {
  return row === "c-maxtime" ? [["with signal Killed", "with signal Terminated"]] : [];
}

describe.each(ROWS)("%s", (row) => {
  it("brings the recorded updates", () => {
    const ours = timeless(updatesOf(scheduler.events, row));
    const theirs = timeless(recordedUpdates(row));
    const names = [[masterId, RECORDED_IDS] as const, ...signalThatWon(row)];
    expect(renamed(ours, names)).toEqual(theirs);
  });

  it("says on stderr what was said", async () => {
    const ours = renamed(sayings(await output(row, "stderr")), signalThatWon(row));
    expect(ours).toEqual(sayings(recordedOutput(row, "stderr")));
  });
});

describe("what tasks write to stdout", () => {
  const plain = ROWS.filter((row) => row !== "c-env" && row !== "c-uri");

  it.each(plain)("%s writes what was recorded", async (row) => {
    expect(await output(row, "stdout")).toBe(recordedOutput(row, "stdout"));
  });

  it("has the recorded environment, no variable more or less", async () => {
    const lines = (text: string): string[] => timeless(text.trim().split("\n")).sort();
    expect(lines(await output("c-env", "stdout"))).toEqual(
      lines(recordedOutput("c-env", "stdout")),
    );
  });

  it("has the fetched files in the sandbox, executable and extracted as asked", async () => {
    // Sizes of the archive and of stderr, and times, are those of the machine.
    const listed = (text: string): string[] =>
      text
        .trim()
        .split("\n")
        .filter((line) => !line.startsWith("total "))
        .map((line) =>
          line.replace(/^(\S+) +\d+ (\w+ \w+) +\d+ \w+ +\d+ [\d:]+ (.*)$/, "$1 $2 $3"),
        );
    expect(listed(await output("c-uri", "stdout"))).toEqual(
      listed(recordedOutput("c-uri", "stdout")),
    );
  });
});
