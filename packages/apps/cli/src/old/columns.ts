/** A column of `mesos-ps`: a title and blanks, whatever the terminal's width. */
export interface Column {
  readonly title: string;
  readonly padding: number;
}

const CUT = "... ";

export function widthOf({ title, padding }: Column): number {
  return title.length + padding;
}

/** Fills a text up to the column's width, or cuts it. Nothing known is blanks. */
export function fitted(column: Column, text: string | undefined): string {
  const width = widthOf(column);
  if (text === undefined) return " ".repeat(width);
  return text.length < width ? text.padEnd(width) : `${text.slice(0, width - CUT.length)}${CUT}`;
}

const UNITS = ["B", "KB", "MB", "GB"] as const;

/** `12.5 MB`: one decimal, never beyond GB. */
export function dataSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value.toFixed(1)} ${UNITS[unit]}`;
}

const MICROSECONDS = 1e6;

/** `HH:MM:SS.ffffff`. */
export function clockTime(seconds: number): string {
  const micros = Math.round(seconds * MICROSECONDS);
  const whole = Math.floor(micros / MICROSECONDS);
  const two = (value: number): string => String(value).padStart(2, "0");
  const fraction = String(micros % MICROSECONDS).padStart(6, "0");
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${fraction}`;
}

/** A whole number still shows that it could have a fraction: `1.0`. */
export function floatText(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}
