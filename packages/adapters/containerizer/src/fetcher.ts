import { spawn } from "node:child_process";
import { constants, createReadStream, type createWriteStream } from "node:fs";
import { chmod, chown, lstat, mkdir, open, realpath, rm, stat } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { archiveKind, type FetchUri, outputPath, parseSource } from "./fetch-uri.ts";
import { httpGet } from "./http-get.ts";
import { prepareFolder, resolveUser } from "./prepare.ts";
import { DEFAULT_PATH, findProgram } from "./tools.ts";
import { setprivArguments, type User } from "./users.ts";

/** Mesos's `--fetcher_stall_timeout`. */
const DEFAULT_STALL_TIMEOUT_MS = 60_000;
/** Largest download or unpacked single file. */
const MAX_FILE_BYTES = 256 * 2 ** 30;
/** URIs of one container. */
const MAX_URIS = 10_000;
/** Bytes of a helper program's error output that are kept. */
const MAX_HELPER_OUTPUT = 16_384;
const EXECUTABLE_MODE = 0o755;
const FOLDER_MODE = 0o755;

/** What to fetch, whereto, and for whom. */
export interface FetchRequest {
  readonly containerId: string;
  readonly uris: readonly FetchUri[];
  /** Made when missing, and given to `user`. */
  readonly sandbox: string;
  /** Account that reads local files and owns what is fetched; absent: the agent's own. */
  readonly user?: string;
  /** Where relative paths start (`--frameworks_home`). */
  readonly frameworksHome?: string;
  readonly stallTimeoutMs?: number;
  /** Largest file in bytes. */
  readonly maxFileBytes?: number;
  /** Stops the fetch: the container is destroyed meanwhile. */
  readonly signal?: AbortSignal;
  /** Log file; default `<sandbox>/stderr`. */
  readonly logFile?: string;
  /** Wall clock in milliseconds, for log lines. */
  readonly now?: () => number;
}

export type FetchResult =
  | { readonly type: "fetched" }
  | {
      readonly type: "failed";
      /** The text of the task's status message. */
      readonly message: string;
      /** The culprit and the reason, as logged. */
      readonly uri: string;
      readonly reason: string;
    };

/** An expected failure: its message is logged and returned. */
class FetchError extends Error {}

interface Job {
  readonly request: FetchRequest;
  readonly user: User | undefined;
  readonly signal: AbortSignal;
  readonly log: (level: "I" | "W" | "E", text: string) => Promise<void>;
}

function glogPrefix(level: string, now: number): string {
  const at = new Date(now).toISOString();
  const day = at.slice(5, 7) + at.slice(8, 10);
  return `${level}${day} ${at.slice(11, 23)}000 ${String(process.pid).padStart(5)} fetcher.ts:1] `;
}

/** Runs a program as the task's user. Rejects with what it wrote to its standard error. */
async function runHelper(job: Job, program: string, args: readonly string[]): Promise<void> {
  const path = findProgram(program, DEFAULT_PATH);
  if (path === undefined) {
    throw new FetchError(`Program '${program}' is missing on this agent: install it`);
  }
  const setpriv = findProgram("setpriv", DEFAULT_PATH) ?? "setpriv";
  const words = job.user === undefined ? [] : [setpriv, ...setprivArguments(job.user)];
  const [file = path, ...rest] = [...words, path, ...args];
  const child = spawn(file, rest, {
    cwd: job.request.sandbox,
    env: { PATH: DEFAULT_PATH, LC_ALL: "C" },
    stdio: ["ignore", "ignore", "pipe"],
    signal: job.signal,
    killSignal: "SIGKILL",
  });
  let text = "";
  child.stderr.on("data", (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(0, MAX_HELPER_OUTPUT);
  });
  const { promise, resolve, reject } = Promise.withResolvers<number | string>();
  child.once("error", reject);
  child.once("close", (code, signal) => resolve(code ?? signal ?? "unknown"));
  const code = await promise;
  const harmless = program === "unzip" && code === 1; // Warnings only.
  if (code !== 0 && !harmless) {
    throw new FetchError(`'${program}' failed (${code}): ${text.trim()}`);
  }
}

/** Refuses a folder that links lead out of the sandbox. */
async function assertInside(sandbox: string, folder: string): Promise<void> {
  const root = await realpath(sandbox);
  const real = await realpath(folder);
  if (real !== root && !real.startsWith(root + sep)) {
    throw new FetchError(`'${folder}' leads out of the sandbox directory`);
  }
}

/** Makes the folders of an output file, each checked before the next is made in it. */
async function makeFolders(job: Job, folder: string): Promise<void> {
  const { sandbox } = job.request;
  let path = sandbox;
  for (const part of folder.split(sep)) {
    await assertInside(sandbox, path);
    path = join(path, part);
    if ((await lstat(path).catch(() => null)) === null) {
      await mkdir(path, { mode: FOLDER_MODE });
      if (job.user !== undefined) {
        await chown(path, job.user.uid, job.user.gid);
      }
    }
  }
  await assertInside(sandbox, path);
}

/** Opens a fresh file for the task's user; whatever was there is replaced, links not followed. */
async function createFile(job: Job, path: string): Promise<ReturnType<typeof createWriteStream>> {
  await rm(path, { force: true });
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  const handle = await open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o644);
  if (job.user !== undefined) {
    await handle.chown(job.user.uid, job.user.gid);
  }
  return handle.createWriteStream();
}

function limiter(maxBytes: number, onData: () => void): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      onData();
      done(size > maxBytes ? new FetchError(`File exceeds ${maxBytes} bytes`) : null, chunk);
    },
  });
}

async function download(job: Job, url: string, path: string): Promise<void> {
  await job.log("I", `Downloading resource from '${url}' to '${path}'`);
  const stallMs = job.request.stallTimeoutMs ?? DEFAULT_STALL_TIMEOUT_MS;
  const stall = new AbortController();
  const timer = setTimeout(() => stall.abort(), stallMs);
  try {
    const signal = AbortSignal.any([job.signal, stall.signal]);
    const response = await httpGet(url, { signal });
    if (response.statusCode !== 200) {
      response.destroy();
      throw new FetchError(
        `Error downloading resource, received HTTP return code ${response.statusCode}`,
      );
    }
    const limit = limiter(job.request.maxFileBytes ?? MAX_FILE_BYTES, () => timer.refresh());
    await pipeline(response, limit, await createFile(job, path), { signal });
  } catch (error) {
    if (error instanceof FetchError) {
      throw error;
    }
    const reason = stall.signal.aborted ? `no data for ${stallMs} ms` : describe(error);
    throw new FetchError(`Error downloading resource: ${reason}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

function describe(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) {
    return error.errors.map(describe).join("; ");
  }
  return error instanceof Error ? error.message : String(error);
}

async function copy(job: Job, from: string, path: string): Promise<void> {
  const found = await stat(from).catch((error: unknown) => {
    throw new FetchError(`Cannot read '${from}': ${describe(error)}`);
  });
  if (!found.isFile()) {
    throw new FetchError(`Cannot copy '${from}': it is not a regular file`);
  }
  await rm(path, { force: true });
  // As the user: a task must not read through the fetcher what it may not read itself.
  await runHelper(job, "cp", ["--", from, path]);
}

async function gunzip(job: Job, path: string): Promise<void> {
  const limit = limiter(job.request.maxFileBytes ?? MAX_FILE_BYTES, () => undefined);
  const target = join(job.request.sandbox, basename(path).slice(0, -".gz".length));
  await pipeline(createReadStream(path), createGunzip(), limit, await createFile(job, target), {
    signal: job.signal,
  });
}

/** Extracts an archive into the sandbox. False when the name says that it is none. */
async function extract(job: Job, path: string): Promise<boolean> {
  const { sandbox } = job.request;
  const kind = archiveKind(path);
  try {
    switch (kind) {
      case null:
        return false;
      case "tar":
        // tar drops leading slashes, refuses `..` and delays links that could lead outside.
        await runHelper(job, "tar", [
          "--extract",
          "--no-same-owner",
          "--no-same-permissions",
          `--directory=${sandbox}`,
          `--file=${path}`,
          "--force-local",
        ]);
        break;
      case "zip":
        await runHelper(job, "unzip", ["-o", "-q", path, "-d", sandbox]);
        break;
      case "gzip":
        await gunzip(job, path);
        break;
      default: {
        const never: never = kind;
        return never;
      }
    }
  } catch (error) {
    throw new FetchError(
      `Failed to extract archive '${path}' to '${sandbox}': ${describe(error)}`,
      { cause: error },
    );
  }
  return true;
}

async function fetchOne(job: Job, uri: FetchUri): Promise<void> {
  const { sandbox } = job.request;
  await job.log("I", `Fetching URI '${uri.value}'`);
  if (uri.cache === true) {
    await job.log("W", `There is no fetcher cache: '${uri.value}' is fetched directly`);
  }
  await job.log("I", `Fetching '${uri.value}' directly into the sandbox directory`);
  const output = outputPath(uri);
  if (output.type === "error") {
    throw new FetchError(output.message);
  }
  const source = parseSource(uri.value.trimStart(), job.request.frameworksHome);
  if (source.type === "error") {
    throw new FetchError(source.message);
  }
  const folder = dirname(output.value);
  if (folder !== ".") {
    await makeFolders(job, folder);
  }
  const path = join(sandbox, output.value);
  switch (source.value.type) {
    case "file":
      await copy(job, source.value.path, path);
      break;
    case "http":
      await download(job, source.value.url, path);
      break;
    default: {
      const never: never = source.value;
      return never;
    }
  }
  if (uri.executable === true) {
    await chmod(path, EXECUTABLE_MODE);
  } else if ((uri.extract ?? true) && !(await extract(job, path))) {
    await job.log(
      "W",
      "Copying instead of extracting resource from URI with 'extract' flag, " +
        `because it does not seem to be an archive: ${uri.value}`,
    );
  }
  await job.log("I", `Fetched '${uri.value}' to '${path}'`);
}

function failure(request: FetchRequest, uri: string, reason: string): FetchResult {
  return {
    type: "failed",
    message: `Failed to fetch all URIs for container '${request.containerId}': exited with status 1`,
    uri,
    reason,
  };
}

/**
 * Fetches all URIs into the sandbox, one after the other, as mesos-fetcher does; its log goes to
 * the sandbox's stderr. Sources: http, https, file and local paths.
 */
export async function fetchUris(request: FetchRequest): Promise<FetchResult> {
  if (request.uris.length === 0) {
    return { type: "fetched" };
  }
  const first = request.uris[0]?.value ?? "";
  if (request.uris.length > MAX_URIS) {
    return failure(request, first, `More than ${MAX_URIS} URIs`);
  }
  const setpriv = findProgram("setpriv", DEFAULT_PATH);
  const identity = await resolveUser(request.user, setpriv === undefined ? {} : { setpriv });
  if (identity.type === "refused") {
    return failure(request, first, identity.message);
  }
  return await fetchAs(request, identity.user);
}

function folderProblem(sandbox: string, user: User | undefined): string | null {
  try {
    const problem = prepareFolder(sandbox, user);
    return problem === null ? null : `Cannot use sandbox '${sandbox}': ${problem}`;
  } catch (error) {
    return `Cannot use sandbox '${sandbox}': ${describe(error)}`;
  }
}

async function fetchAs(request: FetchRequest, user: User | undefined): Promise<FetchResult> {
  const unusable = folderProblem(request.sandbox, user);
  if (unusable !== null) {
    return failure(request, request.uris[0]?.value ?? "", unusable);
  }
  const { O_WRONLY, O_CREAT, O_APPEND, O_NOFOLLOW } = constants;
  const now = request.now ?? Date.now;
  const path = request.logFile ?? join(request.sandbox, "stderr");
  const log = await open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, 0o644);
  const job: Job = {
    request,
    user,
    signal: request.signal ?? new AbortController().signal,
    log: async (level, text) => {
      await log.appendFile(`${glogPrefix(level, now())}${text}\n`);
    },
  };
  try {
    if (user !== undefined) {
      await log.chown(user.uid, user.gid);
    }
    for (const uri of request.uris) {
      try {
        job.signal.throwIfAborted();
        await fetchOne(job, uri);
      } catch (error) {
        const reason = job.signal.aborted ? "the container is being destroyed" : describe(error);
        await job.log("E", `Failed to fetch '${uri.value}': ${reason}`);
        return failure(request, uri.value, reason);
      }
    }
    await job.log("I", `Successfully fetched all URIs into '${request.sandbox}'`);
    return { type: "fetched" };
  } finally {
    await log.close();
  }
}
