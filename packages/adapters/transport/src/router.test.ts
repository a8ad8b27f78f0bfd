import { describe, expect, it } from "vitest";
import { Router } from "./router.ts";

const handler = () => ({ status: 200 });

describe("Router", () => {
  it("refuses routes twice and names without a slash", () => {
    const router = new Router();
    router.route("a", "/x", handler);
    expect(() => router.route("a", "/x/", handler)).toThrow(/already registered/);
    expect(() => router.route("a", "x", handler)).toThrow(/must start with/);
  });

  it("forgets removed routes, also those that it has answered before", () => {
    const router = new Router("a");
    router.route("a", "/x", handler);
    router.route("a", "/y", handler);
    expect(router.match("/x")?.path).toBe("/a/x");
    router.unroute("a", "/x");
    expect(router.match("/x")).toBeUndefined();
    expect(router.match("/y")?.path).toBe("/a/y");
    router.unroute("a");
    expect(router.match("/y")).toBeUndefined();
  });

  it("without a default process serves only full paths", () => {
    const router = new Router();
    router.route("a", "/x", handler);
    expect(router.match("/x")).toBeUndefined();
    expect(router.match("/a/x")?.route.name).toBe("/x");
  });

  it("serves the paths below '/' only where it says so", () => {
    const router = new Router();
    router.route("a", "/", handler);
    router.route("b", "/", handler, { subtree: true });
    router.route("b", "/x", handler);
    expect(router.match("/a/deep")).toBeUndefined();
    expect(router.match("/b/deep/er")).toMatchObject({ rest: "deep/er", path: "/b/deep/er" });
    expect(router.match("/b/x/y")).toMatchObject({ rest: "y", route: { name: "/x" } });
  });

  it("lists routes by process and name", () => {
    const router = new Router();
    router.route("b", "/x", handler);
    router.route("a", "/z", handler);
    router.route("a", "/y", handler);
    expect(router.routes().map(({ processId, name }) => processId + name)).toEqual([
      "a/y",
      "a/z",
      "b/x",
    ]);
  });

  it("keeps its memory of paths bounded", () => {
    const router = new Router("a");
    router.route("a", "/x", handler);
    for (let i = 0; i < 5000; i += 1) expect(router.match(`/x/${i}`)?.rest).toBe(String(i));
  });
});
