import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { MemoryContainerizer } from "./memory-containerizer.ts";
import { probeCommand, probeHttp, probeTcp } from "./probes.ts";
import { shell } from "./test-machine.ts";

// A certificate that nobody signed, for tests only.
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgzk3e+Eup5nPaF7pc
n3xbUt6SsjXqd+XuJsAzlnVxGcehRANCAATKhGiWVNjrH4Yqk39zJLPjtMrVPmtt
Tr5a7yehuenMPqNaPr/ERa2qfhQXdiz1apFD0OXSzHYhl0ljIn0aFSBm
-----END PRIVATE KEY-----`;
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBfzCCASWgAwIBAgIUQEXzLkcKLmgdjpAQowwrflK+1GowCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMDE0NDI0OVoYDzIxMjYxMDI3
MTQ0MjQ5WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATKhGiWVNjrH4Yqk39zJLPjtMrVPmttTr5a7yehuenMPqNaPr/ERa2q
fhQXdiz1apFD0OXSzHYhl0ljIn0aFSBmo1MwUTAdBgNVHQ4EFgQUqpKv9aYICyXI
2pfAJD4a78iyM2wwHwYDVR0jBBgwFoAUqpKv9aYICyXI2pfAJD4a78iyM2wwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEA8KcCXvlqmJhYdRhEB3aF
ZjzSYPpl2TL5T5ADt72MY4sCIHnehGE75Ssjc5ETL0XruZOR4daMh/XqoIFr1E5d
F2eF
-----END CERTIFICATE-----`;

const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) {
    close();
  }
});

async function listen(server: Server, host = "127.0.0.1"): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, host, resolve);
  await promise;
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const serve = (handler: RequestListener, host?: string): Promise<number> =>
  listen(createServer(handler), host);

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createTcpServer();
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

describe("an HTTP probe", () => {
  it.each([200, 404, 503])("returns status code %s", async (code) => {
    const port = await serve((request, response) => {
      response.writeHead(request.url === "/health?deep=1" ? code : 500).end("body");
    });
    const result = await probeHttp({ port, path: "/health?deep=1", timeoutMs: 5000 });
    expect(result).toEqual({ ok: true, httpStatusCode: code });
  });

  it("follows redirects", async () => {
    const port = await serve((request, response) => {
      const next = { "/a": "/b", "/b": "c" }[request.url ?? ""];
      response.writeHead(
        next === undefined ? 204 : 302,
        next === undefined ? {} : { location: next },
      );
      response.end();
    });
    expect(await probeHttp({ port, path: "/a", timeoutMs: 5000 })).toEqual({
      ok: true,
      httpStatusCode: 204,
    });
  });

  it("gives up on a circle", async () => {
    const port = await serve((_request, response) => {
      response.writeHead(302, { location: "/" }).end();
    });
    const result = await probeHttp({ port, timeoutMs: 5000 });
    expect(result).toMatchObject({ ok: false, error: expect.stringContaining("redirects") });
  });

  it("accepts any certificate", async () => {
    const server = createTlsServer({ key: KEY, cert: CERTIFICATE }, (_request, response) => {
      response.writeHead(201).end();
    });
    const port = await listen(server);
    expect(await probeHttp({ port, scheme: "https", timeoutMs: 5000 })).toEqual({
      ok: true,
      httpStatusCode: 201,
    });
  });

  it("uses IPv6 when told", async () => {
    const port = await serve((_request, response) => response.end(), "::1");
    expect(await probeHttp({ port, ipv6: true, timeoutMs: 5000 })).toMatchObject({ ok: true });
  });

  it("fails on silence and on nobody", async () => {
    const port = await serve(() => undefined);
    const silent = await probeHttp({ port, timeoutMs: 50 });
    expect(silent).toMatchObject({
      ok: false,
      error: expect.stringContaining("timed out after 50ms"),
    });
    const nobody = await probeHttp({ port: await closedPort(), timeoutMs: 5000 });
    expect(nobody).toMatchObject({ ok: false, error: expect.stringContaining("ECONNREFUSED") });
    expect(await probeHttp({ port: 0, timeoutMs: 50 })).toMatchObject({ ok: false });
  });
});

describe("a TCP probe", () => {
  it("tells a listening port from a closed one", async () => {
    const port = await serve(() => undefined);
    expect(await probeTcp({ port, timeoutMs: 5000 })).toEqual({ ok: true, succeeded: true });
    expect(await probeTcp({ port: await closedPort(), timeoutMs: 5000 })).toMatchObject({
      ok: true,
      succeeded: false,
    });
    expect(await probeTcp({ port: 70_000, timeoutMs: 5000 })).toMatchObject({ ok: false });
  });
});

describe("a command probe", () => {
  it("returns the exit code", async () => {
    const containerizer = new MemoryContainerizer();
    const probe = (value: string) =>
      probeCommand(containerizer, { containerId: "c", command: shell(value), timeoutMs: 50 });
    expect(await probe("true")).toMatchObject({ ok: false, error: "Container 'c' is unknown" });
    await containerizer.launch({
      containerId: "c",
      sandbox: "/work",
      command: shell("sleep 100"),
      environment: {},
      stdout: "/work/stdout",
      stderr: "/work/stderr",
    });
    expect(await probe("echo hi; exit 3")).toEqual({ ok: true, exitCode: 3, output: "hi\n" });
    expect(await probe("kill -9 $$")).toMatchObject({ ok: false });
    expect(await probe("sleep 100")).toMatchObject({
      ok: false,
      error: "Command timed out after 50ms",
    });
    await containerizer.destroy("c");
  });
});
