/** A table of any length: only the rows in sight are there. */
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { order, type SortValue } from "../model/order.ts";
import { NARROW, useMedia } from "./hooks.ts";

export interface Column<T> {
  readonly key: string;
  readonly label: ComponentChildren;
  /** Its part of the width: `2` is twice as wide as `1`. */
  readonly width: number;
  readonly isNumber?: boolean;
  readonly sort?: (row: T) => SortValue;
  readonly render: (row: T) => ComponentChildren;
  /** Where it goes on a phone; without, it is left out there. */
  readonly phone?: "main" | "side" | "sub";
}

interface TableProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly keyOf: (row: T) => string | number;
  readonly empty: ComponentChildren;
  /** `-started`: by the column `started`, the largest first. Empty: as the rows come. */
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
}

/** The same as in the style sheets. */
const ROW_PX = 45;
const PHONE_ROW_PX = 77;
/** Rows beyond the edges of the window. */
const MARGIN_ROWS = 6;
/** Tables that are not longer are there as a whole: one can print them, and search in them. */
const WHOLE_ROWS = 60;
/** Rows before the place of the table is known. */
const FIRST_ROWS = 30;

interface Range {
  readonly first: number;
  readonly end: number;
}

export function Table<T>(props: TableProps<T>) {
  const { label, rows, columns, keyOf, empty, sort = "", onSort } = props;
  const isNarrow = useMedia(NARROW);
  const rowPx = isNarrow ? PHONE_ROW_PX : ROW_PX;
  const body = useRef<HTMLTableSectionElement>(null);
  const range = useVisible(body, rows.length, rowPx);
  const sorted = useMemo(() => order(rows, sortOf(columns, sort), sort), [rows, columns, sort]);
  if (rows.length === 0) return <>{empty}</>;
  const shown = isNarrow ? columns.filter(({ phone }) => phone !== undefined) : columns;
  const whole = shown.reduce((sum, { width }) => sum + width, 0);
  return (
    <table class="table" aria-label={label} aria-rowcount={rows.length + 1}>
      <colgroup>
        {shown.map(({ key, width }) => (
          <col key={key} style={{ width: `${(width / whole) * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {shown.map((column) => (
            <Header key={column.key} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        <Space rows={range.first} rowPx={rowPx} />
        {sorted.slice(range.first, range.end).map((row, index) => (
          <tr key={keyOf(row)} aria-rowindex={range.first + index + 2}>
            {shown.map((column) => (
              <td key={column.key} class={classOf(column)}>
                <div class="cell">{column.render(row)}</div>
              </td>
            ))}
          </tr>
        ))}
        <Space rows={rows.length - range.end} rowPx={rowPx} />
      </tbody>
    </table>
  );
}

function classOf<T>({ isNumber, phone }: Column<T>): string {
  return `${isNumber === true ? "number " : ""}${phone === undefined ? "" : `phone-${phone}`}`;
}

/** What stands for rows that are out of sight. */
function Space({ rows, rowPx }: { readonly rows: number; readonly rowPx: number }) {
  if (rows <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can be focused
    <tr class="space" aria-hidden="true" style={{ height: `${rows * rowPx}px` }}>
      <td />
    </tr>
  );
}

interface HeaderProps<T> {
  readonly column: Column<T>;
  readonly sort: string;
  readonly onSort: ((sort: string) => void) | undefined;
}

function Header<T>({ column, sort, onSort }: HeaderProps<T>) {
  const { key, label, isNumber } = column;
  const isOn = sort === key || sort === `-${key}`;
  const isDown = sort === `-${key}`;
  const press = (): void => onSort?.(isOn && !isDown ? `-${key}` : isDown ? "" : key);
  return (
    <th
      scope="col"
      class={isNumber === true ? "number" : ""}
      aria-sort={isOn ? (isDown ? "descending" : "ascending") : undefined}
    >
      {column.sort === undefined || onSort === undefined ? (
        label
      ) : (
        <button type="button" class="sort" onClick={press}>
          {label}
          <span class="arrow" aria-hidden="true">
            {isOn ? (isDown ? "↓" : "↑") : ""}
          </span>
        </button>
      )}
    </th>
  );
}

function sortOf<T>(columns: readonly Column<T>[], sort: string): Column<T>["sort"] {
  return columns.find(({ key }) => key === sort.replace(/^-/, ""))?.sort;
}

/** Which rows are in sight, as the window scrolls. */
function useVisible(
  body: { readonly current: HTMLElement | null },
  count: number,
  rowPx: number,
): Range {
  const [range, setRange] = useState<Range>({ first: 0, end: FIRST_ROWS });
  const measure = useRef(() => {});
  measure.current = () => {
    if (body.current === null) return;
    const above = -body.current.getBoundingClientRect().top;
    const first = Math.max(0, Math.floor(above / rowPx) - MARGIN_ROWS);
    const end = Math.ceil((above + innerHeight) / rowPx) + MARGIN_ROWS;
    setRange((before) => (before.first === first && before.end === end ? before : { first, end }));
  };
  useLayoutEffect(() => measure.current(), [count, rowPx]);
  useEffect(() => {
    let frame = 0;
    const hear = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => measure.current());
    };
    addEventListener("scroll", hear, { passive: true });
    addEventListener("resize", hear);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener("scroll", hear);
      removeEventListener("resize", hear);
    };
  }, []);
  if (count <= WHOLE_ROWS) return { first: 0, end: count };
  const end = Math.max(0, Math.min(count, range.end));
  return { first: Math.min(range.first, end), end };
}
