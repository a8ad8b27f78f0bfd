import { isAbsolute, join, normalize } from "node:path";

/** What Mesos's URI message says; `extract` defaults to true, the others to false. */
export interface FetchUri {
  readonly value: string;
  readonly executable?: boolean;
  readonly extract?: boolean;
  /** Accepted, without effect: there is no cache, every fetch is a plain download. */
  readonly cache?: boolean;
  /** Path below the sandbox; its folders are made. */
  readonly output_file?: string;
}

export type FetchSource =
  | { readonly type: "file"; readonly path: string }
  | { readonly type: "http"; readonly url: string };

export type Parsed<T> =
  | { readonly type: "ok"; readonly value: T }
  | { readonly type: "error"; readonly message: string };

const ok = <T>(value: T): Parsed<T> => ({ type: "ok", value });
const failed = <T>(message: string): Parsed<T> => ({ type: "error", message });

const RELATIVE_WITHOUT_HOME =
  "A relative path was passed for the resource but the Mesos framework home was not specified. " +
  "Please either provide this config option or avoid using a relative path";

/** File name that a URI is stored under: what follows its last slash, queries included. */
export function uriBasename(uri: string): Parsed<string> {
  if (/[\\'\0]/.test(uri)) {
    return failed("Illegal characters in URI");
  }
  const scheme = uri.indexOf("://");
  if (scheme > 1) {
    const rest = uri.slice(scheme + 3);
    const slash = rest.indexOf("/");
    if (slash < 0 || slash === rest.length - 1) {
      return failed(`Malformed URI (missing path): ${uri}`);
    }
    return checkName(rest.slice(rest.lastIndexOf("/") + 1), uri);
  }
  const trimmed = uri.replace(/\/+$/, "");
  return checkName(trimmed.slice(trimmed.lastIndexOf("/") + 1), uri);
}

function checkName(name: string, uri: string): Parsed<string> {
  return name === "" || name === "." || name === ".."
    ? failed(`Malformed URI (no file name): ${uri}`)
    : ok(name);
}

/** Where a URI's bytes come from. `frameworksHome` is what relative paths start at. */
export function parseSource(uri: string, frameworksHome: string | undefined): Parsed<FetchSource> {
  if (/^https?:\/\//.test(uri)) {
    return ok({ type: "http", url: uri });
  }
  const isFile = uri.startsWith("file://");
  if (!isFile && uri.includes("://")) {
    const scheme = uri.slice(0, uri.indexOf("://"));
    return failed(`URI scheme '${scheme}' is not supported: use http, https, file or a path`);
  }
  const path = (isFile ? uri.slice("file://".length) : uri).replace(/^localhost(?=\/)/, "");
  if (isAbsolute(path)) {
    return ok({ type: "file", path });
  }
  if (isFile) {
    return failed("File URI only supports absolute paths");
  }
  return frameworksHome === undefined || frameworksHome === ""
    ? failed(RELATIVE_WITHOUT_HOME)
    : ok({ type: "file", path: join(frameworksHome, path) });
}

/** The path below the sandbox that a URI is stored at. It never leaves the sandbox. */
export function outputPath(uri: FetchUri): Parsed<string> {
  const name = uriBasename(uri.value.trimStart());
  if (name.type === "error" || uri.output_file === undefined) {
    return name;
  }
  const path = uri.output_file;
  if (path === "") {
    return failed("URI output file path is empty");
  }
  if (path.includes("\0")) {
    return failed("URI output file path holds a NUL character");
  }
  const plain = normalize(path);
  if (isAbsolute(path) || plain === "." || plain === ".." || plain.startsWith("../")) {
    return failed("URI output file must be within the sandbox directory");
  }
  return plain.endsWith("/") ? failed(`URI output file '${path}' is a directory`) : ok(plain);
}

export type ArchiveKind = "tar" | "zip" | "gzip";

const TAR_ENDINGS = [".tar", ".tgz", ".tar.gz", ".tbz2", ".tar.bz2", ".txz", ".tar.xz"];

/** How a file of this name is extracted; null when it is no archive. */
export function archiveKind(name: string): ArchiveKind | null {
  if (TAR_ENDINGS.some((ending) => name.endsWith(ending))) {
    return "tar";
  }
  if (name.endsWith(".zip")) {
    return "zip";
  }
  return name.endsWith(".gz") ? "gzip" : null;
}
