import { type Colour, paint } from "./colour.ts";
import { printable } from "./printable.ts";

export interface Cell {
  readonly text: string;
  readonly colour?: Colour;
}

export interface TableStyle {
  /** Rows are cut to it; without one every cell is whole, for whoever parses the output. */
  readonly columns: number | undefined;
  readonly colours: boolean;
}

const GAP = "  ";
/** Below it a column says nothing any more. */
const NARROWEST = 8;
const CUT = "…";

/** Columns two blanks apart, as wide as their widest cell, or as the terminal allows. */
export function renderTable(
  head: readonly string[],
  rows: readonly (readonly (string | Cell)[])[],
  style: TableStyle,
): string {
  const cells = rows.map((row) => row.map(asCell));
  const widths = fit(
    head.map((title, column) =>
      Math.max(title.length, ...cells.map((row) => [...(row[column]?.text ?? "")].length)),
    ),
    style.columns,
  );
  const titles = head.map((text): Cell => ({ text, colour: "bold" }));
  return [titles, ...cells].map((row) => `${line(row, widths, style.colours)}\n`).join("");
}

function asCell(cell: string | Cell): Cell {
  return typeof cell === "string"
    ? { text: printable(cell) }
    : { ...cell, text: printable(cell.text) };
}

function line(row: readonly Cell[], widths: readonly number[], colours: boolean): string {
  const last = row.length - 1;
  return row
    .map(({ text, colour }, column) => {
      const width = widths[column] ?? 0;
      const shown = cut(text, width);
      const blanks = column === last ? "" : " ".repeat(width - [...shown].length);
      return `${colours ? paint(shown, colour) : shown}${blanks}`;
    })
    .join(GAP)
    .trimEnd();
}

function cut(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, width - 1).join("")}${CUT}`;
}

/** Takes from the widest column until all fit, or all are as narrow as may be. */
function fit(wanted: readonly number[], columns: number | undefined): number[] {
  const widths = [...wanted];
  if (columns === undefined) return widths;
  let over = widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1)) - columns;
  while (over > 0) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    widths[widths.indexOf(widest)] = widest - 1;
    over -= 1;
  }
  return widths;
}
