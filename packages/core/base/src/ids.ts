import { Buffer } from "node:buffer";
import type { Brand } from "./brand.ts";

export type AgentId = Brand<string, "AgentId">;
export type FrameworkId = Brand<string, "FrameworkId">;
export type ExecutorId = Brand<string, "ExecutorId">;
export type TaskId = Brand<string, "TaskId">;
export type OfferId = Brand<string, "OfferId">;
export type ContainerId = Brand<string, "ContainerId">;
export type OperationId = Brand<string, "OperationId">;
export type StreamId = Brand<string, "StreamId">;

/** The longest id: ids become names of folders, and NAME_MAX is 255 bytes. */
export const MAX_ID_BYTES = 255;

// Control characters, slash and backslash: ids become names of folders.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const INVALID_CHARACTERS = /[\u0000-\u001f\u007f/\\]/;

/** Why `id` cannot be the id of a task, executor, agent or framework; undefined when it can. */
export function validateId(id: string): string | undefined {
  if (id === "") {
    return "ID must not be empty";
  }
  if (id.length > MAX_ID_BYTES || Buffer.byteLength(id) > MAX_ID_BYTES) {
    return `ID must not be greater than ${MAX_ID_BYTES} characters`;
  }
  if (id === "." || id === "..") {
    return `'${id}' is disallowed`;
  }
  if (INVALID_CHARACTERS.test(id)) {
    return `'${id}' contains invalid characters`;
  }
  return undefined;
}
