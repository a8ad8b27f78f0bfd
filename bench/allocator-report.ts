/** Runs all cases of the allocator and writes what came of it: lines of JSON, and a plot. */
import { writeFileSync } from "node:fs";
import {
  bytesPerAgent,
  declining,
  deepTree,
  type Figures,
  filtered,
  heldBack,
  idle,
  labelled,
  quotas,
  slotReuse,
  suppressing,
} from "./allocator.ts";
import { type Curve, drawPlot } from "./plot.ts";

const AGENTS = [1000, 10_000, 50_000];
const FRAMEWORKS = [1, 100, 1000, 6000];
const COLORS = ["#2f6fde", "#12a594", "#e5702a", "#c2298a"];

/** Apache Mesos 1.12-dev, W4 of the black-box harness: cycle p50 in ms by agents. */
const APACHE: Readonly<Record<number, readonly (readonly [number, number])[]>> = {
  1: [
    [1000, 14.9],
    [10_000, 190],
  ],
  1000: [
    [1000, 120],
    [10_000, 934],
  ],
};

export function allocatorReport(plotFile: string | undefined): void {
  const show = (figures: object): void => console.log(JSON.stringify(rounded(figures)));
  const grid: Figures[] = [];
  for (const agents of AGENTS) {
    for (const frameworks of FRAMEWORKS) {
      const figures = declining(agents, frameworks);
      grid.push(figures);
      show(figures);
    }
  }
  show(suppressing(10_000, 1000));
  show(suppressing(50_000, 6000));
  show(labelled(10_000, 1000));
  show(filtered(1000, 100));
  show(filtered(10_000, 100));
  show(idle(50_000, 1));
  show(idle(50_000, 6000));
  for (const sorter of ["drf", "random"] as const) show(quotas(2500, 500, sorter));
  show(heldBack(3000, 3000));
  show(deepTree(10_000, 1000, 4));
  show({ case: "one slot freed", ...slotReuse(1000) });
  show({ case: "bytes of an idle agent", bytes: bytesPerAgent(50_000) });
  show({ case: "peak memory", mib: process.resourceUsage().maxRSS / 1024 });
  if (plotFile !== undefined) writeFileSync(plotFile, plotOf(grid));
}

function plotOf(grid: readonly Figures[]): string {
  const curves = FRAMEWORKS.flatMap((frameworks, i): Curve[] => {
    const color = COLORS[i] ?? "#888";
    const points = grid
      .filter((figures) => figures.frameworks === frameworks)
      .map(({ agents, cycle }) => [agents, cycle] as const);
    const apache = APACHE[frameworks];
    const name = `${frameworks.toLocaleString("en-US")} framework${frameworks === 1 ? "" : "s"}`;
    const ours: Curve = { name, color, points };
    return apache === undefined
      ? [ours]
      : [ours, { name: "  Apache Mesos", color, points: apache, isDashed: true }];
  });
  return drawPlot({
    title: "One cycle in which everything is offered and declined",
    xLabel: "agents",
    yLabel: "milliseconds",
    curves,
  });
}

function rounded(figures: object): object {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === "number" ? Number(value.toPrecision(4)) : value,
    ]),
  );
}
