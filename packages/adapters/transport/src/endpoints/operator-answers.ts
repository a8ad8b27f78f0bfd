/** Calls of the operator APIs that masters and agents answer alike. Texts are the endpoints' own. */
import type { Buffer } from "node:buffer";
import type { BodyResponse, HttpPrincipal } from "../http-types.ts";
import { type FileInfo, type FilesRefusal, isRefusal, type VirtualFiles } from "./virtual-files.ts";

const NS_PER_SECOND = 1e9;

const STATUSES = { invalid: 400, "not-found": 404, unauthorized: 403, unknown: 500 } as const;

/** A `FileInfo` message. */
export type FileInfoMessage = Omit<FileInfo, "mtime"> & {
  readonly mtime: { readonly nanoseconds: number };
};

/** What a call is answered with, or the reply that refuses it. */
export type Answered<T> =
  | { readonly type: "answer"; readonly answer: T }
  | { readonly type: "refused"; readonly response: BodyResponse };

/** LIST_FILES. */
export async function listFiles(
  files: VirtualFiles,
  path: string,
  principal: HttpPrincipal | undefined,
): Promise<Answered<{ file_infos: FileInfoMessage[] }>> {
  const listing = await files.browse(path, principal);
  if (!Array.isArray(listing)) return refused(listing as FilesRefusal);
  const file_infos = (listing as FileInfo[]).map(({ mtime, ...info }) => ({
    ...info,
    mtime: { nanoseconds: mtime * NS_PER_SECOND },
  }));
  return { type: "answer", answer: { file_infos } };
}

/** READ_FILE. */
export async function readFile(
  files: VirtualFiles,
  wanted: { readonly path: string; readonly offset: number; readonly length?: number | undefined },
  principal: HttpPrincipal | undefined,
): Promise<Answered<{ size: number; data: Buffer }>> {
  const part = await files.read(wanted.path, wanted.offset, wanted.length, principal);
  if (isRefusal(part)) return refused(part);
  return { type: "answer", answer: { size: part.size, data: part.data } };
}

/** Here texts end without the endpoints' full stop, and the default texts of statuses are not shown. */
function refused({ type, text }: FilesRefusal): Answered<never> {
  const response = { status: STATUSES[type], body: text.replace(/\.\n$/, "") };
  return { type: "refused", response };
}
