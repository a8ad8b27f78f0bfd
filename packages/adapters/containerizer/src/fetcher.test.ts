import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { archiveKind, outputPath, parseSource, uriBasename } from "./fetch-uri.ts";
import { type FetchRequest, fetchUris } from "./fetcher.ts";
import { makeTempFolder } from "./test-machine.ts";
import { DEFAULT_PATH, findProgram } from "./tools.ts";
import { lookupUser } from "./users.ts";

let home: string;
let sandbox: string;
let source: string;
let server: Server;
let base: string;

beforeEach(async () => {
  home = makeTempFolder();
  sandbox = join(home, "sand box");
  source = join(home, "source");
  mkdirSync(source);
  writeFileSync(join(source, "plain.txt"), "plain\n");
  writeFileSync(join(source, "script"), "#!/bin/sh\necho hi\n");
  server = createServer((request, response) => {
    const url = request.url ?? "/";
    if (url === "/redirect") {
      response.writeHead(302, { location: "/plain.txt?x=1" }).end();
    } else if (url === "/silent") {
      response.writeHead(200).write("some");
    } else if (url === "/endless") {
      response.writeHead(200);
      const more = (): void => {
        while (response.write(Buffer.alloc(65_536))) {
          // Until the client is slower.
        }
        response.once("drain", more);
      };
      more();
    } else {
      const path = join(source, url.replace(/\?.*/, "").slice(1));
      if (existsSync(path)) {
        response.end(readFileSync(path));
      } else {
        response.writeHead(404).end();
      }
    }
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(home, { recursive: true, force: true });
});

const fetchAll = (uris: FetchRequest["uris"], more: Partial<FetchRequest> = {}) =>
  fetchUris({ containerId: "c1", uris, sandbox, ...more });
const read = (name: string): string => readFileSync(join(sandbox, name), "utf8");
const reasonOf = async (uris: FetchRequest["uris"], more: Partial<FetchRequest> = {}) => {
  const result = await fetchAll(uris, more);
  return result.type === "failed" ? result.reason : "fetched";
};

describe("sources", () => {
  it("copies local files, file URIs and paths below frameworks_home", async () => {
    const uris = [
      { value: `file://${source}/plain.txt` },
      { value: `${source}/plain.txt`, output_file: "deep/er/copy.txt" },
      { value: "plain.txt", output_file: "relative.txt" },
      { value: `file://localhost${source}/plain.txt`, output_file: "local.txt" },
    ];
    expect(await fetchAll(uris, { frameworksHome: source })).toEqual({ type: "fetched" });
    for (const name of ["plain.txt", "deep/er/copy.txt", "relative.txt", "local.txt"]) {
      expect(read(name)).toBe("plain\n");
    }
  });

  it("downloads, follows redirects and keeps the name as in the URI", async () => {
    const uris = [
      { value: `${base}/plain.txt?v=2` },
      { value: `${base}/redirect`, output_file: "r.txt" },
    ];
    expect(await fetchAll(uris)).toEqual({ type: "fetched" });
    expect(read("plain.txt?v=2")).toBe("plain\n");
    expect(read("r.txt")).toBe("plain\n");
  });

  it("logs into the sandbox's stderr", async () => {
    await fetchAll([{ value: `${base}/plain.txt`, cache: true }], { now: () => 0 });
    const log = read("stderr");
    expect(log).toMatch(/^I0101 00:00:00.000000 +\d+ fetcher.ts:1\] Fetching URI '/);
    expect(log).toContain(
      `Downloading resource from '${base}/plain.txt' to '${sandbox}/plain.txt'`,
    );
    expect(log).toContain("There is no fetcher cache");
    expect(log).toContain("does not seem to be an archive");
    expect(log).toContain(`Successfully fetched all URIs into '${sandbox}'`);
  });

  it("fetches nothing without a trace", async () => {
    expect(await fetchAll([])).toEqual({ type: "fetched" });
    expect(existsSync(sandbox)).toBe(false);
  });
});

describe("failures", () => {
  it.each<[string, Partial<FetchRequest["uris"][number]>, RegExp]>([
    ["/missing", {}, /HTTP return code 404/],
    ["hdfs://host/file", {}, /scheme 'hdfs' is not supported/],
    ["ftp://host/file", {}, /scheme 'ftp' is not supported/],
    ["http://host", {}, /Malformed URI \(missing path\): http:\/\/host/],
    ["relative", {}, /framework home was not specified/],
    ["file://relative/x", {}, /only supports absolute paths/],
    ["/no/such/file", {}, /Cannot read '\/no\/such\/file'/],
    ["/etc", {}, /'\/etc': it is not a regular file/],
    ["it's", {}, /Illegal characters/],
    ["/etc/passwd", { output_file: "/x" }, /must be within the sandbox/],
    ["/etc/passwd", { output_file: "../x" }, /must be within the sandbox/],
    ["/etc/passwd", { output_file: "a/../../x" }, /must be within the sandbox/],
    ["/etc/passwd", { output_file: "" }, /path is empty/],
  ])("%s %j", async (value, more, reason) => {
    const uri = { value: value === "/missing" ? base + value : value, ...more };
    const result = await fetchAll([uri]);
    expect(result).toMatchObject({
      type: "failed",
      message: "Failed to fetch all URIs for container 'c1': exited with status 1",
      uri: uri.value,
      reason: expect.stringMatching(reason),
    });
    expect(read("stderr")).toContain(`Failed to fetch '${uri.value}': `);
  });

  it("gives up on a stalled and on an endless download", async () => {
    expect(await reasonOf([{ value: `${base}/silent` }], { stallTimeoutMs: 100 })).toContain(
      "no data for 100 ms",
    );
    expect(await reasonOf([{ value: `${base}/endless` }], { maxFileBytes: 1_000_000 })).toContain(
      "exceeds 1000000 bytes",
    );
  });

  it("stops when told", async () => {
    const stop = new AbortController();
    server.on("request", () => setImmediate(() => stop.abort()));
    expect(await reasonOf([{ value: `${base}/silent` }], { signal: stop.signal })).toBe(
      "the container is being destroyed",
    );
  });

  it("does not leave the sandbox through a link", async () => {
    mkdirSync(sandbox);
    symlinkSync(home, join(sandbox, "out"));
    symlinkSync(join(home, "victim"), join(sandbox, "plain.txt"));
    const uri = { value: `${base}/plain.txt` };
    expect(await reasonOf([{ ...uri, output_file: "out/x" }])).toContain(
      "leads out of the sandbox",
    );
    expect(await fetchAll([uri])).toEqual({ type: "fetched" });
    expect(existsSync(join(home, "victim"))).toBe(false);
    expect(read("plain.txt")).toBe("plain\n");
  });
});

describe("what becomes of a file", () => {
  it("is made executable instead of extracted", async () => {
    await fetchAll([{ value: `${base}/script`, executable: true }]);
    expect(statSync(join(sandbox, "script")).mode & 0o777).toBe(0o755);
    expect(execFileSync(join(sandbox, "script"), { encoding: "utf8" })).toBe("hi\n");
  });

  it.each([
    ["a.tar", "-cf"],
    ["a.tgz", "-czf"],
    ["a.tar.gz", "-czf"],
    ["a.tbz2", "-cjf"],
    ["a.tar.bz2", "-cjf"],
    ["a.txz", "-cJf"],
    ["a.tar.xz", "-cJf"],
  ])("is extracted: %s", async (name, flags) => {
    execFileSync("tar", [flags, join(source, name), "-C", source, "plain.txt"]);
    expect(await fetchAll([{ value: `${base}/${name}` }])).toEqual({ type: "fetched" });
    expect(read("plain.txt")).toBe("plain\n");
  });

  it.runIf(findProgram("zip", DEFAULT_PATH) && findProgram("unzip", DEFAULT_PATH))(
    "is extracted: a.zip",
    async () => {
      execFileSync("zip", ["-q", "a.zip", "plain.txt"], { cwd: source });
      expect(await fetchAll([{ value: `${base}/a.zip` }])).toEqual({ type: "fetched" });
      expect(read("plain.txt")).toBe("plain\n");
    },
  );

  it("is unpacked: a single .gz", async () => {
    writeFileSync(join(source, "one.gz"), gzipSync("one\n"));
    expect(await fetchAll([{ value: `${base}/one.gz` }])).toEqual({ type: "fetched" });
    expect(read("one")).toBe("one\n");
  });

  it("stays packed when asked", async () => {
    writeFileSync(join(source, "one.gz"), gzipSync("one\n"));
    await fetchAll([{ value: `${base}/one.gz`, extract: false }]);
    expect(existsSync(join(sandbox, "one"))).toBe(false);
  });

  it("fails when the archive is damaged", async () => {
    writeFileSync(join(source, "bad.tar.gz"), "no archive");
    expect(await reasonOf([{ value: `${base}/bad.tar.gz` }])).toContain(
      "Failed to extract archive",
    );
  });

  it("does not escape from the sandbox", async () => {
    const work = join(home, "evil");
    mkdirSync(work);
    writeFileSync(join(work, "file"), "evil");
    const name = join(source, "evil.tar");
    execFileSync("tar", ["-cPf", name, "-C", work, "--transform=s,file,../escaped,", "file"]);
    expect(await reasonOf([{ value: `${base}/evil.tar` }])).toContain("Failed to extract");
    expect(existsSync(join(home, "escaped"))).toBe(false);

    rmSync(join(work, "file"));
    symlinkSync(home, join(work, "link"));
    execFileSync("tar", ["-cf", name, "-C", work, "link"]);
    rmSync(join(work, "link"));
    mkdirSync(join(work, "link"));
    writeFileSync(join(work, "link", "escaped"), "evil");
    execFileSync("tar", ["-rf", name, "-C", work, "link/escaped"]);
    await fetchAll([{ value: `${base}/evil.tar` }]);
    expect(existsSync(join(home, "escaped"))).toBe(false);
  });

  it("belongs to the task's user, who must be able to read local sources", async () => {
    execFileSync("tar", ["-cf", join(source, "a.tar"), "-C", source, "script"]);
    const uris = [
      { value: `${base}/plain.txt`, output_file: "sub/plain.txt" },
      { value: `${source}/a.tar` },
    ];
    expect(await fetchAll(uris, { user: "nobody" })).toEqual({ type: "fetched" });
    const nobody = await lookupUser("nobody");
    for (const name of ["", "sub", "sub/plain.txt", "a.tar", "script", "stderr"]) {
      expect(statSync(join(sandbox, name)).uid).toBe(nobody?.uid);
    }
    chmodSync(join(source, "plain.txt"), 0o600);
    const secret = [{ value: `${source}/plain.txt`, output_file: "stolen" }];
    expect(await reasonOf(secret, { user: "nobody" })).toContain("Permission denied");
    expect(await reasonOf(uris, { user: "no-such-user" })).toContain("no-such-user");
  });
});

describe("URI rules", () => {
  it("names files by what follows the last slash", () => {
    expect(uriBasename("http://h/a/b.tgz?x=y")).toEqual({ type: "ok", value: "b.tgz?x=y" });
    expect(uriBasename("/a/b")).toEqual({ type: "ok", value: "b" });
    expect(uriBasename("/").type).toBe("error");
    expect(uriBasename("/..").type).toBe("error");
  });

  it("knows archives by their ending", () => {
    expect(["x.tgz", "x.zip", "x.gz", "x.jar"].map(archiveKind)).toEqual([
      "tar",
      "zip",
      "gzip",
      null,
    ]);
  });

  it("trims blanks before a URI only for the source", () => {
    expect(parseSource("/a", undefined)).toEqual({
      type: "ok",
      value: { type: "file", path: "/a" },
    });
    expect(outputPath({ value: " /a/b" })).toEqual({ type: "ok", value: "b" });
  });
});
