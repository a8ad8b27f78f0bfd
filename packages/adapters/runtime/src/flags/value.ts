import { readFileSync } from "node:fs";
import {
  err,
  formatBytes,
  formatDuration,
  ok,
  parseBytes,
  parseDouble,
  parseDuration,
  parseInteger,
  type Result,
  unreachable,
} from "@mesos-ts/base";
import type { FlagDefinition, FlagTypes, Json, PathOrContent } from "./definition.ts";

export type FlagValue = FlagTypes[keyof FlagTypes];

/** The content of a file named by a flag, or why it cannot be read. */
export type ReadFile = (path: string) => Result<string>;

const FILE_SCHEME = "file://";

/** Reads a flag's file from disk, whole, as UTF-8. */
export function readFlagFile(path: string): Result<string> {
  try {
    return ok(readFileSync(path, "utf8"));
  } catch (cause) {
    return err(`Failed to open file: ${describeReadError(cause)}`);
  }
}

/** What a flag's text stands for. `warn` hears of deprecated spellings. */
export function parseFlagValue(
  definition: FlagDefinition,
  text: string,
  readFile: ReadFile,
  warn: (warning: string) => void,
): Result<FlagValue> {
  switch (definition.type) {
    case "path":
      return ok(text.startsWith(FILE_SCHEME) ? text.slice(FILE_SCHEME.length) : text);
    case "path-or-content":
      return parsePathOrContent(text, readFile);
    default: {
      const content = fetchContent(text, readFile);
      return content.type === "error"
        ? content
        : parseContent(definition, content.value, readFile, warn);
    }
  }
}

function parseContent(
  definition: Exclude<FlagDefinition, { type: "path" | "path-or-content" }>,
  text: string,
  readFile: ReadFile,
  warn: (warning: string) => void,
): Result<FlagValue> {
  switch (definition.type) {
    case "string":
      return ok(text);
    case "boolean":
      return parseBoolean(text);
    case "int":
      return parseInt64(text, definition.min, definition.max);
    case "double":
      return orConversionError(parseDouble(text));
    case "duration":
      return parseDuration(text);
    case "bytes":
      return parseBytes(text);
    case "json":
      return parseJson(text, readFile, warn);
    case "set":
      return ok(splitSet(text));
    default:
      return unreachable(definition);
  }
}

/** A value as `/flags` shows it. */
export function formatFlagValue(type: keyof FlagTypes, value: FlagValue): string {
  switch (type) {
    case "string":
    case "path":
      return value as FlagTypes["string"];
    case "boolean":
      return value === true ? "true" : "false";
    case "int":
      return String(value);
    case "double":
      return formatDouble6(value as FlagTypes["double"]);
    case "duration":
      return formatDuration(value as FlagTypes["duration"]);
    case "bytes":
      return formatBytes(value as FlagTypes["bytes"]);
    case "json":
      return JSON.stringify(value);
    case "path-or-content": {
      const { path, value: content } = value as PathOrContent;
      return path ?? content;
    }
    case "set":
      return `{ ${(value as FlagTypes["set"]).join(", ")} }`;
    default:
      return unreachable(type);
  }
}

function fetchContent(text: string, readFile: ReadFile): Result<string> {
  return text.startsWith(FILE_SCHEME)
    ? readNamedFile(text.slice(FILE_SCHEME.length), readFile)
    : ok(text);
}

function readNamedFile(path: string, readFile: ReadFile): Result<string> {
  const content = readFile(path);
  return content.type === "error" ? err(`Error reading file '${path}': ${content.error}`) : content;
}

function parsePathOrContent(text: string, readFile: ReadFile): Result<PathOrContent> {
  const content = fetchContent(text, readFile);
  if (content.type === "error") {
    return content;
  }
  const path = text.startsWith(FILE_SCHEME) ? text.slice(FILE_SCHEME.length) : undefined;
  return ok({ path, value: content.value });
}

function parseBoolean(text: string): Result<boolean> {
  switch (text) {
    case "true":
    case "1":
      return ok(true);
    case "false":
    case "0":
      return ok(false);
    default:
      return err("Expecting a boolean (e.g., true or false)");
  }
}

function parseInt64(text: string, min: number | undefined, max: number | undefined) {
  // Stream extraction reads decimal only: no hexadecimal, unlike `numify`.
  if (/[xX]/.test(text)) {
    return conversionError();
  }
  return orConversionError(
    parseInteger(text, min ?? Number.MIN_SAFE_INTEGER, max ?? Number.MAX_SAFE_INTEGER),
  );
}

function conversionError(): Result<never> {
  return err("Failed to convert into required type");
}

function orConversionError<T>(result: Result<T>): Result<T> {
  return result.type === "ok" ? result : conversionError();
}

const DEPRECATED_PATH =
  "Specifying an absolute filename to read a command line option out of without using 'file:// is deprecated and will be removed in a future release. Simply adding 'file://' to the beginning of the path should eliminate this warning.";

function parseJson(
  text: string,
  readFile: ReadFile,
  warn: (warning: string) => void,
): Result<Json> {
  if (text.startsWith("/")) {
    warn(DEPRECATED_PATH);
    const content = readNamedFile(text, readFile);
    return content.type === "error" ? content : parseJsonText(content.value);
  }
  return parseJsonText(text);
}

function parseJsonText(text: string): Result<Json> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    return err(`Not valid JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  return typeof value === "object" && value !== null
    ? ok(value as Json)
    : err("Not valid JSON: expecting an object or an array");
}

function splitSet(text: string): string[] {
  return [...new Set(text.split(",").filter((word) => word !== ""))].sort();
}

/** A double as C++ streams print it by default: six significant digits. */
function formatDouble6(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function describeReadError(cause: unknown): string {
  const code = (cause as { code?: unknown } | undefined)?.code;
  switch (code) {
    case "ENOENT":
      return "No such file or directory";
    case "EACCES":
      return "Permission denied";
    case "EISDIR":
      return "Is a directory";
    default:
      return cause instanceof Error ? cause.message : String(cause);
  }
}
