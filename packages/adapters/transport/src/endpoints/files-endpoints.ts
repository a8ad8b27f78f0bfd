import { Buffer } from "node:buffer";
import type { FileHandle } from "node:fs/promises";
import { basename, extname } from "node:path";
import { parseInteger } from "@mesos-ts/base";
import type { HttpRequest, HttpResponse, ResponseWriter } from "../http-types.ts";
import { jsonDouble } from "../metrics.ts";
import {
  JSONP,
  type ParameterDescription,
  type RouteDescription,
  readsJson,
} from "../route-description.ts";
import type { Router } from "../router.ts";
import { jsonReply, jsonTextReply } from "./json-text.ts";
import { mimeType } from "./mime-types.ts";
import { type FileInfo, type FilesRefusal, isRefusal, type VirtualFiles } from "./virtual-files.ts";

/** Bytes of a download read at a time. */
const DOWNLOAD_BLOCK_BYTES = 256 * 1024;

/** `/files/browse`, `/files/read`, `/files/download` and `/files/debug`. */
export function addFilesEndpoints(
  router: Router,
  files: VirtualFiles,
  options: { readonly realm?: string | undefined } = {},
): void {
  const { realm } = options;
  const debug = (request: HttpRequest): HttpResponse =>
    jsonReply(request, Object.fromEntries([...files.paths()].sort()));
  router.route("files", "/browse", (request) => browse(files, request), {
    realm,
    description: describe("Lists a folder.", [PATH, JSONP], JSON_TYPE),
  });
  router.route("files", "/read", (request) => read(files, request), {
    realm,
    description: describe("Reads a part of a file.", [PATH, ...PART, JSONP], JSON_TYPE),
  });
  router.route("files", "/download", (request) => download(files, request), {
    realm,
    description: describe("Returns a file.", [PATH], "application/octet-stream"),
  });
  router.route("files", "/debug", debug, {
    realm,
    description: readsJson("Shows which virtual path leads to which real path."),
  });
}

const JSON_TYPE = "application/json";

const PATH: ParameterDescription = {
  name: "path",
  summary: "The virtual path, such as /slave/log or a sandbox.",
  required: true,
};

const PART: readonly ParameterDescription[] = [
  {
    name: "offset",
    summary: "Where to begin; -1, or none, asks for the size only.",
    type: "integer",
  },
  { name: "length", summary: "How much to read, 64 KB at most.", type: "integer" },
];

function describe(
  summary: string,
  query: readonly ParameterDescription[],
  type: string,
): RouteDescription {
  const statuses = {
    200: "As asked.",
    400: "A parameter is missing or wrong, or what is there cannot be read so.",
    403: "Not for this principal.",
    404: "There is no such file.",
  };
  return { summary, operations: { GET: { query, reply: { types: [type] }, statuses } } };
}

const NO_PATH: HttpResponse = { status: 400, body: "Expecting 'path=value' in query.\n" };

async function browse(files: VirtualFiles, request: HttpRequest): Promise<HttpResponse> {
  const path = request.query.get("path") ?? "";
  if (path === "") return NO_PATH;
  const listing = await files.browse(path, request.principal);
  if (!Array.isArray(listing)) return refusal(listing as FilesRefusal);
  return jsonTextReply(request, `[${(listing as FileInfo[]).map(fileInfoJson).join(",")}]`);
}

/** One entry of a listing as Mesos prints it. */
export function fileInfoJson(info: FileInfo): string {
  return (
    `{"gid":${JSON.stringify(info.gid)},"mode":"${modeText(info.mode)}",` +
    `"mtime":${jsonDouble(info.mtime)},"nlink":${info.nlink},"path":${JSON.stringify(info.path)},` +
    `"size":${info.size},"uid":${JSON.stringify(info.uid)}}`
  );
}

const FILE_TYPES: Readonly<Record<number, string>> = {
  1: "p",
  2: "c",
  4: "d",
  6: "b",
  8: "-",
  10: "l",
  12: "s",
};

/** `st_mode` as `ls -l` shows it: `-rw-r--r--`. */
export function modeText(mode: number): string {
  const bits = [..."rwxrwxrwx"].map((bit, i) => ((mode >> (8 - i)) & 1 ? bit : "-"));
  return (FILE_TYPES[(mode >> 12) & 0xf] ?? "-") + bits.join("");
}

async function read(files: VirtualFiles, request: HttpRequest): Promise<HttpResponse> {
  const path = request.query.get("path") ?? "";
  if (path === "") return NO_PATH;
  const offset = parameter(request, "offset");
  if (typeof offset === "string") return { status: 400, body: offset };
  const length = parameter(request, "length");
  if (typeof length === "string") return { status: 400, body: length };

  // An offset of -1 asks for the size alone; a length of -1 for as much as there is.
  const wanted = offset === -1 ? 0 : length === -1 ? undefined : length;
  const part = await files.read(path, Math.max(0, offset), wanted, request.principal);
  if (isRefusal(part)) return refusal(part);
  return jsonReply(request, {
    data: part.data.toString("utf8"),
    offset: offset === -1 ? part.size : offset,
  });
}

/** A number of -1 or above; -1 when absent; a text says what is wrong. */
function parameter(request: HttpRequest, name: "offset" | "length"): number | string {
  const text = request.query.get(name);
  if (text === undefined) return -1;
  const value = parseInteger(text, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  if (value.type === "error") return `Failed to parse ${name}: ${value.error}.\n`;
  return value.value < -1 ? `Negative ${name} provided: ${value.value}.\n` : value.value;
}

async function download(files: VirtualFiles, request: HttpRequest): Promise<HttpResponse> {
  const path = request.query.get("path") ?? "";
  if (path === "") return NO_PATH;
  const opened = await files.openFile(path, "Cannot download a directory", request.principal);
  // Here the default text of the status is shown, unlike for the other endpoints.
  if (isRefusal(opened)) {
    return opened.type === "invalid" || opened.type === "unknown"
      ? refusal(opened)
      : { status: opened.type === "not-found" ? 404 : 403 };
  }
  const { handle, size, real } = opened;
  // A client that left before the reply began leaves nobody to close the file.
  request.onClose(() => void handle.close().catch(() => {}));
  const name = basename(real).replace(/[^\x20-\x7e]/g, "_");
  return {
    status: 200,
    headers: {
      "Content-Length": String(size),
      "Content-Disposition": `attachment; filename=${name}`,
      "Content-Type": mimeType(extname(real)) ?? "application/octet-stream",
    },
    stream: (writer) => void send(handle, size, writer),
  };
}

/** Sends exactly `size` bytes, as fast as the client takes them. */
async function send(handle: FileHandle, size: number, writer: ResponseWriter): Promise<void> {
  let wake = (): void => {};
  let closed = false;
  writer.onDrain(() => wake());
  writer.onClose(() => {
    closed = true;
    wake();
  });
  try {
    for (let offset = 0; offset < size && !closed; ) {
      const block = Buffer.allocUnsafe(Math.min(DOWNLOAD_BLOCK_BYTES, size - offset));
      const { bytesRead } = await handle.read(block, 0, block.length, offset);
      // A file that shrank cannot keep its promise of a length.
      if (bytesRead === 0) throw new Error("file is shorter than it was");
      offset += bytesRead;
      const lags = !writer.write(block.subarray(0, bytesRead));
      if (lags && !closed) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
    writer.end();
  } catch {
    writer.destroy();
  } finally {
    await handle.close().catch(() => {});
  }
}

const STATUSES = { invalid: 400, "not-found": 404, unauthorized: 403, unknown: 500 } as const;

function refusal({ type, text }: FilesRefusal): HttpResponse {
  return { status: STATUSES[type], body: text };
}
