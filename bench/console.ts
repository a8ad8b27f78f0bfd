/**
 * The console over a large cluster, in a real browser: how soon it shows something useful, how soon
 * everything, and how long frames take while one scrolls and the cluster goes on.
 */
import { chromium, type Page } from "playwright-core";
import { LargeMaster } from "./large-master.ts";

const CHROMIUM = "/usr/bin/chromium";
const UPDATES_PER_SECOND = 200;
const LOAD_TIMEOUT_MS = 120_000;
const WHEEL_TURNS = 150;
const WHEEL_PX = 900;

export interface ConsoleFigures {
  readonly agents: number;
  readonly tasks: number;
  readonly snapshotMb: number;
  /** Until the cluster's figures and bars are there. */
  readonly firstUsefulPaintMs: number;
  /** Until every task can be found. */
  readonly allTasksMs: number;
  /** The longest time that the page did not react before. */
  readonly longestBlockMs: number;
  /** While tasks change, 200 a second. */
  readonly scrolling: { readonly frames: number; readonly p99Ms: number; readonly maxMs: number };
  /** From the last key to the filtered list. */
  readonly filterMs: number;
  readonly heapMb: number;
}

export async function consoleFigures(agents: number, tasks: number): Promise<ConsoleFigures> {
  const master = new LargeMaster(agents, tasks);
  const origin = await master.start();
  const args = ["--headless", "--no-sandbox", "--disable-gpu"];
  const browser = await chromium.launch({ executablePath: CHROMIUM, args });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.addInitScript(WATCH);
    const loaded = await load(page, origin, tasks);
    await page.goto(`${origin}/#/tasks`);
    await page.getByRole("table", { name: "Active tasks" }).waitFor();
    const stop = master.churn(UPDATES_PER_SECOND);
    const scrolling = await scroll(page);
    stop();
    const filterMs = await filter(page, tasks);
    const heapMb = Math.round(((await page.evaluate(HEAP)) as number) / 1e6);
    const snapshotMb = Math.round(master.snapshotBytes / 1e6);
    return { agents, tasks, snapshotMb, ...loaded, scrolling, filterMs, heapMb };
  } finally {
    await browser.close();
    master.close();
  }
}

/** Runs in the page: every frame, and every time that scripts had the page for themselves. */
const WATCH = `
  window.blocks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.blocks.push(duration);
  }).observe({ type: "longtask", buffered: true });
  window.frames = [];
  let last = 0;
  const frame = (at) => {
    if (last > 0) window.frames.push(at - last);
    last = at;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
`;
const HEAP = "performance.memory.usedJSHeapSize";

type Loaded = Pick<ConsoleFigures, "firstUsefulPaintMs" | "allTasksMs" | "longestBlockMs">;

async function load(page: Page, origin: string, tasks: number): Promise<Loaded> {
  const begin = performance.now();
  const since = (): number => Math.round(performance.now() - begin);
  await page.goto(`${origin}/`, { waitUntil: "commit" });
  await page.getByRole("link", { name: `${tasks.toLocaleString("en")} running` }).waitFor();
  const firstUsefulPaintMs = since();
  const timeout = LOAD_TIMEOUT_MS;
  await page.getByRole("table", { name: "Active tasks" }).waitFor({ timeout });
  const allTasksMs = since();
  const blocks = (await page.evaluate("window.blocks")) as number[];
  return { firstUsefulPaintMs, allTasksMs, longestBlockMs: Math.round(Math.max(0, ...blocks)) };
}

async function scroll(page: Page): Promise<ConsoleFigures["scrolling"]> {
  await page.mouse.move(700, 500);
  await page.evaluate("window.frames.length = 0");
  for (let turn = 0; turn < WHEEL_TURNS; turn++) await page.mouse.wheel(0, WHEEL_PX);
  const frames = ((await page.evaluate("window.frames")) as number[]).sort((a, b) => a - b);
  const at = (part: number): number =>
    Math.round(frames[Math.min(frames.length - 1, Math.floor(frames.length * part))] ?? 0);
  return { frames: frames.length, p99Ms: at(0.99), maxMs: at(1) };
}

/** Words that a single task has. */
async function filter(page: Page, tasks: number): Promise<number> {
  const last = tasks - 1;
  const begin = performance.now();
  await page.getByRole("searchbox", { name: "Filter tasks" }).fill(`task-${last}`);
  const rows = page.getByRole("table", { name: "Active tasks" }).locator("tbody tr:not(.space)");
  while ((await rows.count()) !== 1) await page.waitForTimeout(5);
  return Math.round(performance.now() - begin);
}
