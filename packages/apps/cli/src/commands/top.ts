import { parseDuration, seconds } from "@mesos-ts/base";
import type { Cluster } from "../cluster/cluster.ts";
import type { Command, Context } from "../command.ts";
import { Failure, misused } from "../failure.ts";
import type { World } from "../shell/world.ts";
import { frame } from "../top/frame.ts";
import { lookAt } from "../top/snapshot.ts";

const DEFAULT_INTERVAL = seconds(2);

const ENTER = "\u001b[?1049h\u001b[?25l";
const LEAVE = "\u001b[?25h\u001b[?1049l";
const HOME = "\u001b[H";
const CLEAR_LINE_END = "\u001b[K";
const CLEAR_BELOW = "\u001b[J";

const CTRL_C = 0x03;

export const topCommand: Command = {
  name: "top",
  summary: "Watch agents, roles, frameworks and tasks; q ends",
  details: "Where stdout is not a terminal: one picture of everything.",
  options: { interval: { value: "<duration>", help: "how often to look [2secs]" } },
  async run(context, input) {
    const interval = parseDuration(input.text("interval") ?? "2secs");
    if (interval.type === "error") throw misused(`--interval: ${interval.error}`);
    const cluster = await context.cluster();
    const { world } = context;
    if (!world.screen.isTerminal) {
      const all = { size: undefined, colours: false };
      await world.out(frame(await lookAt(cluster), world.now(), all));
      return undefined;
    }
    await watch(context, cluster, Math.max(interval.value, DEFAULT_INTERVAL / 10));
    return undefined;
  },
};

async function watch({ world }: Context, cluster: Cluster, intervalMs: number): Promise<void> {
  const left = leaving(world);
  world.keyboard.setRaw(true);
  await world.out(ENTER);
  try {
    while (!left.signal.aborted) {
      await draw(world, await pictureOf(world, cluster));
      await Promise.race([world.pause(intervalMs), left.done]);
    }
  } finally {
    left.stop();
    world.keyboard.setRaw(false);
    await world.out(LEAVE);
  }
}

/** A cluster that cannot be asked for a moment is no reason to stop looking. */
async function pictureOf(world: World, cluster: Cluster): Promise<string> {
  const { columns, rows, colours } = world.screen;
  try {
    return frame(await lookAt(cluster), world.now(), { size: { columns, rows }, colours });
  } catch (error) {
    if (error instanceof Failure) return `${error.message}\n`;
    throw error;
  }
}

/** Draws over the last picture, so that nothing flickers. */
function draw(world: World, picture: string): Promise<void> {
  const { columns, rows } = world.screen;
  const lines = picture
    .split("\n")
    .slice(0, rows - 1)
    // Colours are in tables only, which are cut to the width already.
    .map((line) => (line.includes("\u001b") ? line : line.slice(0, columns)));
  return world.out(
    `${HOME}${lines.map((line) => `${line}${CLEAR_LINE_END}`).join("\r\n")}${CLEAR_BELOW}`,
  );
}

/** Until `q`, CTRL-c, or a signal. */
function leaving(world: World): { signal: AbortSignal; done: Promise<void>; stop: () => void } {
  const left = new AbortController();
  const { promise: done, resolve } = Promise.withResolvers<void>();
  const leave = (): void => {
    left.abort();
    resolve();
  };
  const deaf = world.keyboard.listen((keys) => {
    if (keys.includes("q") || keys.includes(CTRL_C)) leave();
  }, leave);
  world.interruption().addEventListener("abort", leave, { once: true });
  return { signal: left.signal, done, stop: deaf };
}
