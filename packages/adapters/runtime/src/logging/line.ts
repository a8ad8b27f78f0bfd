/** Severities of glog, least first. */
export const LEVELS = ["INFO", "WARNING", "ERROR"] as const;

export type Level = (typeof LEVELS)[number];

const LETTERS = { INFO: "I", WARNING: "W", ERROR: "E" } as const;

/** glog pads the thread id to this width; the process id stands for it here. */
const ID_WIDTH = 5;

export type FormatLine = (level: Level, nowMs: number, label: string, text: string) => string;

/**
 * Makes glog's lines, `I1120 12:16:02.090974  2189 master.ts:0] text` and a newline, in local
 * time. The part down to the second is kept between lines of one second.
 */
export function createLineFormatter(pid: number): FormatLine {
  const id = String(pid).padStart(ID_WIDTH);
  let second = Number.NaN;
  let prefix = "";
  return (level, nowMs, label, text) => {
    const micros = Math.floor(nowMs * 1000);
    const thisSecond = Math.floor(micros / 1e6);
    if (thisSecond !== second) {
      second = thisSecond;
      prefix = formatSecond(new Date(thisSecond * 1000));
    }
    const fraction = String(micros - thisSecond * 1e6).padStart(6, "0");
    return `${LETTERS[level]}${prefix}.${fraction} ${id} ${label}] ${text}\n`;
  };
}

/** Where a line comes from, `file:line` in glog; a component's line is not captured and shows as 0. */
export function labelOf(component: string): string {
  return component.includes(":") ? component : `${component}.ts:0`;
}

/** `MMDD hh:mm:ss` */
function formatSecond(at: Date): string {
  return `${two(at.getMonth() + 1)}${two(at.getDate())} ${clockTime(at)}`;
}

/** `yyyymmdd-hhmmss`, for names of files. */
export function fileStamp(at: Date): string {
  return `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}-${clockTime(at).replaceAll(":", "")}`;
}

/** `yyyy/mm/dd hh:mm:ss`, for the head of files. */
export function headStamp(at: Date): string {
  return `${at.getFullYear()}/${two(at.getMonth() + 1)}/${two(at.getDate())} ${clockTime(at)}`;
}

function clockTime(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
