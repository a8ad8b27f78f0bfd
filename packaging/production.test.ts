import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { productionOf } from "./production.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "mesos-lock-"));
  mkdirSync(root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function lock(packages: object): void {
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages }));
}

describe("what runs in production", () => {
  it("is our packages and what they need, nearest first", () => {
    lock({
      "": { devDependencies: { tester: "1" }, optionalDependencies: { runtime: "1" } },
      "packages/apps/one": { dependencies: { "@own/base": "1", left: "1" } },
      "packages/core/base": { dependencies: { right: "2" } },
      "packages/core/base/node_modules/right": { optionalDependencies: { absent: "1" } },
      "packages/testing": { dependencies: { tester: "1" } },
      "node_modules/@own/base": { link: true },
      "node_modules/left": { dependencies: { right: "1" } },
      "node_modules/right": {},
      "node_modules/runtime": {},
      "node_modules/tester": {},
    });
    expect(productionOf(root)).toEqual({
      own: ["packages/apps/one", "packages/core/base"],
      libraries: [
        "node_modules/left",
        "node_modules/right",
        "packages/core/base/node_modules/right",
      ],
    });
  });

  it("is refused when something is missing", () => {
    lock({ "packages/apps/one": { dependencies: { left: "1" } } });
    expect(() => productionOf(root)).toThrow(
      "packages/apps/one needs left, which package-lock.json does not have",
    );
  });

  it("has few libraries here", () => {
    const { libraries } = productionOf(join(import.meta.dirname, ".."));
    expect(libraries).toEqual(
      expect.arrayContaining(["node_modules/classic-level", "node_modules/re2js"]),
    );
    expect(libraries.some((path) => /typescript|vitest|protobufjs/.test(path))).toBe(false);
  });
});
