import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { addFilesEndpoints, VirtualFiles } from "@mesos-ts/transport";
import { beforeEach, describe, expect, it } from "vitest";
import {
  closeAfterEach,
  closeLater,
  fakeAgent,
  get,
  master,
  replay,
} from "./master.test-support.ts";

closeAfterEach();

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/webui-`);
  const made = folder;
  closeLater(() => rmSync(made, { recursive: true }));
  mkdirSync(`${folder}/page/assets`, { recursive: true });
  writeFileSync(`${folder}/page/index.html`, "<!doctype html><title>page</title>");
  writeFileSync(`${folder}/page/assets/app.js`, "export {};\n");
  writeFileSync(`${folder}/page/.hidden`, "secret");
  writeFileSync(`${folder}/secret`, "secret");
  symlinkSync(`${folder}/secret`, `${folder}/page/link`);
});

/** The first line of the reply to a request line that no client library would send. */
async function raw(address: string, target: string): Promise<string> {
  const [host = "", port = ""] = address.split(":");
  const { promise, resolve } = Promise.withResolvers<string>();
  let text = "";
  const socket = connect(Number(port), host, () => {
    socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  });
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
  });
  socket.on("error", () => {});
  socket.on("close", () => resolve(text));
  return promise;
}

describe("the web UI's files", () => {
  it("are served with their types", async () => {
    const { address } = await master([`--webui_dir=${folder}/page`]);
    const index = await get(address, "/");
    expect(index.status).toBe(200);
    expect(index.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(index.headers["x-content-type-options"]).toBe("nosniff");
    expect((await get(address, "/index.html")).body.toString()).toBe(index.body.toString());
    expect((await get(address, "/master/")).body.toString()).toBe(index.body.toString());
    const script = await get(address, "/assets/app.js");
    expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect((await get(address, "/assets")).status).toBe(404);
    expect((await get(address, "/assets/none.js")).status).toBe(404);
  });

  it.each([
    "/../secret",
    "/%2e%2e/secret",
    "/assets/%2e%2e/%2e%2e/secret",
    "/assets/..%2f..%2fsecret",
    "/..%2fsecret",
    "/%252e%252e/secret",
    "/link",
    "/.hidden",
    "/%2ehidden",
    "/assets//app.js",
    "/%00",
    "/index.html%00.js",
    "/assets%2f..%2f..%2fsecret",
    "/master/..%2fsecret",
    "/%ff",
  ])("nothing is served for %s", async (target) => {
    const { address } = await master([`--webui_dir=${folder}/page`]);
    const reply = await raw(address, target);
    expect(reply).toMatch(/^HTTP\/1\.1 (404|400) /);
    expect(reply).not.toContain("secret");
  });

  it("live under a strict policy when they are ours", async () => {
    const { address } = await master();
    const index = await get(address, "/");
    if (index.status === 404) {
      expect(index.body.toString()).toMatch(/There is no web UI in '.*console\/dist'/);
      expect(index.body.toString()).toContain("npm run build:console");
      return;
    }
    const policy = index.headers["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(index.headers["cache-control"]).toBe("no-cache");
    const [script = ""] = /\/assets\/[^"]+\.js/.exec(index.body.toString()) ?? [];
    const asset = await get(address, script);
    expect(asset.status).toBe(200);
    expect(asset.headers["cache-control"]).toContain("immutable");
  });

  it("may appear after the master's start", async () => {
    const { address } = await master([`--webui_dir=${folder}/later`]);
    const none = await get(address, "/");
    expect(none.status).toBe(404);
    expect(none.body.toString()).toContain(`${folder}/later`);
    mkdirSync(`${folder}/later`);
    writeFileSync(`${folder}/later/index.html`, "here");
    expect((await get(address, "/")).body.toString()).toBe("here");
  });
});

describe("the way to an agent", () => {
  async function withAgent() {
    const { address } = await master();
    const agent = await fakeAgent(address);
    const { router } = agent.peer.server;
    router.route("slave(1)", "/state", ({ url }) => ({ status: 200, json: { url } }));
    router.route("slave(1)", "/containers", () => ({ status: 200, json: [] }));
    router.route("slave(1)", "/api/v1", () => ({ status: 200, body: "no" }));
    const files = new VirtualFiles();
    await files.attach(`${folder}/page`, "/sandbox");
    addFilesEndpoints(router, files);
    return { address, agent, path: (rest: string) => `/agent/${agent.id}/${rest}` };
  }

  it("passes reads on, with their queries", async () => {
    const { address, path } = await withAgent();
    const state = await get(address, path("state?jsonp=alert&x=%26y"));
    expect(state.status).toBe(200);
    expect(state.headers["content-type"]).toBe("application/json");
    expect(JSON.parse(state.body.toString())).toEqual({ url: "/slave(1)/state?x=%26y" });
    expect((await get(address, path("containers"))).body.toString()).toBe("[]");
    const read = await get(address, path("files/read?path=/sandbox/index.html&offset=0&length=9"));
    expect(JSON.parse(read.body.toString())).toEqual({ data: "<!doctype", offset: 0 });
    const missing = await get(address, path("files/read?path=/sandbox/none&offset=0"));
    expect(missing.status).toBe(404);
  });

  it("makes what comes from a sandbox harmless", async () => {
    const { address, path } = await withAgent();
    const page = await get(address, path("files/download?path=/sandbox/index.html"));
    expect(page.body.toString()).toContain("doctype");
    expect(page.headers["content-type"]).toBe("application/octet-stream");
    expect(page.headers["content-disposition"]).toBe("attachment; filename=index.html");
    expect(page.headers["x-content-type-options"]).toBe("nosniff");
    expect(page.headers["content-security-policy"]).toContain("sandbox");
  });

  it.each([
    "api/v1",
    "flags",
    "",
    "state/more",
    "files",
    "files/none",
    "files/read/more",
    "..%2fapi%2fv1",
    "files%2fread",
    "files/..%2fslave(1)%2fapi%2fv1",
  ])("leads only to what it names, not to %s", async (rest) => {
    const { address, path } = await withAgent();
    expect(await raw(address, path(rest))).toMatch(/^HTTP\/1\.1 404 /);
  });

  it("leads only to registered agents, and only reads", async () => {
    const { address, path } = await withAgent();
    expect((await get(address, "/agent/nobody/state")).status).toBe(404);
    expect((await get(address, "/agent/%ff/state")).status).toBe(404);
    expect((await get(address, "/agent")).status).toBe(404);
    const post = await replay(address, {
      request: { method: "POST", path: path("state"), headers: {}, body: "x" },
      status: 0,
      headers: {},
    });
    expect(post.status).toBe(405);
  });

  it("says so when the agent cannot be reached", async () => {
    const { address, agent, path } = await withAgent();
    await agent.peer.server.close();
    const reply = await get(address, path("state"));
    expect([404, 502]).toContain(reply.status);
  });

  it.each(["agent", "client"])("survives when the %s leaves within a reply", async (who) => {
    const { address, agent, path } = await withAgent();
    const { router } = agent.peer.server;
    router.unroute("slave(1)", "/containers");
    const left = Promise.withResolvers<void>();
    router.route("slave(1)", "/containers", () => ({
      status: 200,
      stream: (writer) => {
        writer.write("[");
        writer.onClose(() => left.resolve());
        if (who === "agent") setImmediate(() => writer.destroy());
      },
    }));
    const [host = "", port = ""] = address.split(":");
    const socket = connect(Number(port), host);
    socket.on("error", () => {});
    const closed = new Promise((resolve) => socket.once("close", resolve));
    socket.write(`GET ${path("containers")} HTTP/1.1\r\nHost: x\r\n\r\n`);
    await new Promise((resolve) => socket.once("data", resolve));
    if (who === "client") socket.destroy();
    await Promise.all([left.promise, closed]);
    expect((await get(address, path("state"))).status).toBe(200);
  });

  it("ends with a client that leaves", async () => {
    const { address, agent } = await withAgent();
    const left = Promise.withResolvers<void>();
    agent.peer.server.router.unroute("slave(1)", "/containers");
    const asked = Promise.withResolvers<void>();
    agent.peer.server.router.route("slave(1)", "/containers", (request) => {
      request.onClose(() => left.resolve());
      asked.resolve();
      return new Promise(() => {});
    });
    const [host = "", port = ""] = address.split(":");
    const socket = connect(Number(port), host);
    socket.on("error", () => {});
    socket.write(`GET /agent/${agent.id}/containers HTTP/1.1\r\nHost: x\r\n\r\n`);
    await asked.promise;
    socket.destroy();
    await left.promise;
  });
});
