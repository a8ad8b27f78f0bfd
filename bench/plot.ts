/** Growth curves as an SVG that reads well on light and dark pages. */

export interface Curve {
  readonly name: string;
  readonly color: string;
  readonly isDashed?: boolean;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Plot {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly curves: readonly Curve[];
}

const WIDTH = 760;
const HEIGHT = 460;
const LEFT = 70;
const RIGHT = 190;
const TOP = 48;
const BOTTOM = 56;

/** Both axes are logarithmic: a straight line of slope one is linear growth. */
export function drawPlot({ title, xLabel, yLabel, curves }: Plot): string {
  const points = curves.flatMap((curve) => curve.points);
  const x = axis(
    points.map(([value]) => value),
    LEFT,
    WIDTH - RIGHT,
  );
  const y = axis(
    points.map(([, value]) => value),
    HEIGHT - BOTTOM,
    TOP,
  );
  const middle = (LEFT + WIDTH - RIGHT) / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="12" fill="#555">`,
    `<title>${title}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" rx="8" fill="#fff"/>`,
    `<text x="${LEFT}" y="26" font-size="15" font-weight="600" fill="#222">${title}</text>`,
    ...x.ticks.map((tick) => vertical(x.at(tick), label(tick))),
    ...y.ticks.map((tick) => horizontal(y.at(tick), label(tick))),
    `<text x="${middle}" y="${HEIGHT - 14}" text-anchor="middle">${xLabel}</text>`,
    `<text x="18" y="${HEIGHT / 2}" text-anchor="middle" transform="rotate(-90 18 ${HEIGHT / 2})">${yLabel}</text>`,
    ...curves.map((curve, i) => drawCurve(curve, i, x.at, y.at)),
    "</svg>",
    "",
  ].join("\n");
}

interface Axis {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

function axis(values: readonly number[], from: number, to: number): Axis {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.ceil(Math.log10(Math.max(...values)));
  const at = (value: number) => from + ((Math.log10(value) - low) / (high - low)) * (to - from);
  return { at, ticks: Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i)) };
}

function label(value: number): string {
  return value >= 1000 ? value.toLocaleString("en-US") : String(Number(value.toPrecision(3)));
}

function vertical(x: number, text: string): string {
  return `<path d="M${x} ${TOP}V${HEIGHT - BOTTOM}" stroke="#e3e3e8"/><text x="${x}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${text}</text>`;
}

function horizontal(y: number, text: string): string {
  return `<path d="M${LEFT} ${y}H${WIDTH - RIGHT}" stroke="#e3e3e8"/><text x="${LEFT - 8}" y="${y + 4}" text-anchor="end">${text}</text>`;
}

function drawCurve(
  { name, color, isDashed, points }: Curve,
  index: number,
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  const at = points.map(([px, py]) => [x(px).toFixed(1), y(py).toFixed(1)] as const);
  const dash = isDashed === true ? ' stroke-dasharray="5 4"' : "";
  const legendY = TOP + 14 + index * 20;
  const legendX = WIDTH - RIGHT + 16;
  return [
    `<path d="M${at.map(([px, py]) => `${px} ${py}`).join("L")}" fill="none" stroke="${color}" stroke-width="2"${dash}/>`,
    ...at.map(([px, py]) => `<circle cx="${px}" cy="${py}" r="3" fill="${color}"/>`),
    `<path d="M${legendX} ${legendY - 4}h18" stroke="${color}" stroke-width="2"${dash}/><text x="${legendX + 24}" y="${legendY}">${name}</text>`,
  ].join("");
}
