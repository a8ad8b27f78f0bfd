import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { err, formatDuration, milliseconds, ok, parseBytes, type Result } from "@mesos-ts/base";
import type { ReplicatedLog } from "@mesos-ts/replicated-log";
import type { Clock } from "@mesos-ts/runtime";

const ELECT_LIMIT_MS = 15_000;
const APPEND_LIMIT_MS = 10_000;

export type Benchmark = {
  readonly input: string;
  readonly output: string;
  /** What the data is made of: `zero`, `one` or `random`. */
  readonly type: string;
  /** Appends under way at a time. */
  readonly outstanding: number;
};

type Append = { readonly at: number; readonly bytes: number; readonly durationMs: number };

/** Replays a trace of sizes and writes down how long each append took. */
export async function benchmark(
  log: ReplicatedLog,
  options: Benchmark,
  ports: { readonly clock: Clock; print(text: string): void },
): Promise<Result<undefined>> {
  const sizes = readTrace(options.input);
  if (sizes.type === "error") return sizes;
  const { clock } = ports;
  const elected = await within(elect(log), ELECT_LIMIT_MS, clock);
  if (elected.type === "error") return err(`Failed to start a log writer: ${elected.error}`);
  const data = sizes.value.map((bytes) => dataOf(options.type, bytes));
  const done: Append[] = [];
  let next = 0;
  const begun = clock.monotonic();
  const writer = async (): Promise<Result<undefined>> => {
    for (let bytes = data[next++]; bytes !== undefined; bytes = data[next++]) {
      const from = clock.monotonic();
      const position = await within(log.append(bytes), APPEND_LIMIT_MS, clock);
      if (position.type === "error") return err(`Failed to append: ${position.error}`);
      if (position.value === undefined) {
        return err("Failed to append: exclusive write promise lost");
      }
      done.push({ at: clock.now(), bytes: bytes.length, durationMs: clock.monotonic() - from });
    }
    return ok(undefined);
  };
  const outcomes = await Promise.all(Array.from({ length: options.outstanding }, writer));
  const failure = outcomes.find(({ type }) => type === "error");
  if (failure !== undefined) return failure;
  const total = formatDuration(milliseconds(clock.monotonic() - begun));
  ports.print(`Total number of appends: ${done.length}\nTotal time used: ${total}\n`);
  return writeReport(options.output, done);
}

/** Elections are lost while others hold them. */
async function elect(log: ReplicatedLog): Promise<number> {
  for (;;) {
    const position = await log.elect();
    if (position !== undefined) return position;
  }
}

function within<T>(work: Promise<T>, limitMs: number, clock: Clock): Promise<Result<T>> {
  return new Promise((resolve) => {
    const timer = clock.setTimer(limitMs, () => resolve(err("timed out")));
    const settle = (result: Result<T>): void => {
      timer.cancel();
      resolve(result);
    };
    work.then(
      (value) => settle(ok(value)),
      (error: Error) => settle(err(error.message)),
    );
  });
}

function readTrace(path: string): Result<number[]> {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return err(`Failed to open the trace file ${path}`);
  }
  const sizes: number[] = [];
  for (const line of text.split("\n").filter((part) => part.trim() !== "")) {
    const size = parseBytes(line.trim());
    if (size.type === "error") return err(`Failed to parse the trace file: ${size.error}`);
    sizes.push(Number(size.value));
  }
  return ok(sizes);
}

function dataOf(type: string, bytes: number): Buffer {
  return type === "random" ? randomBytes(bytes) : Buffer.alloc(bytes, type === "one" ? 0xff : 0);
}

function writeReport(path: string, appends: readonly Append[]): Result<undefined> {
  const lines = appends.map(
    ({ at, bytes, durationMs }) =>
      `${new Date(at).toISOString()} Appended ${bytes} bytes in ${durationMs} ms\n`,
  );
  try {
    writeFileSync(path, lines.join(""));
    return ok(undefined);
  } catch {
    return err(`Failed to open the output file ${path}`);
  }
}
