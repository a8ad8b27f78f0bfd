import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");
const MAX_LINES = 500;

/** Every source file of the repository that is written by hand. */
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((path) => /\.tsx?$/.test(path) && !path.includes("/gen/"));

const texts = new Map(files.map((path) => [path, readFileSync(join(root, path), "utf8")]));

const isTest = (path: string): boolean =>
  /\.(test|compliance|fixture)\.ts$|\/testing\.ts$|test-|bench\.ts$/.test(path);

function importsOf(path: string): string[] {
  const text = texts.get(path) ?? "";
  const statements =
    /^(?:import|export)\b[^;"]*\bfrom\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm;
  return [...text.matchAll(statements)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

function layerOf(path: string): string {
  return /^packages\/(core|adapters|apps|testing)\b/.exec(path)?.[1] ?? "root";
}

/** The layer of each package, by its name. */
const layers = new Map(
  execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "packages/*package.json"],
    {
      cwd: root,
      encoding: "utf8",
    },
  )
    .split("\n")
    .filter((path) => path !== "")
    .map((path) => {
      const { name } = JSON.parse(readFileSync(join(root, path), "utf8")) as { name: string };
      return [name, layerOf(path)] as const;
    }),
);

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: ["core"],
  adapters: ["core", "adapters"],
  apps: ["core", "adapters"],
  testing: ["core", "adapters", "apps", "testing"],
  root: ["core", "adapters", "apps", "testing"],
};

describe("the layers", () => {
  it("know every package", () => expect(layers.size).toBeGreaterThan(12));

  it("import downwards only, and apps never each other", () => {
    const wrong = files.flatMap((path) =>
      importsOf(path)
        .filter((name) => name.startsWith("@mesos-ts/"))
        .filter((name) => {
          const [scope, short, part] = name.split("/");
          const target = layers.get(`${scope}/${short}`);
          const layer = layerOf(path);
          const allowed = MAY_IMPORT[layer] ?? [];
          // What a package offers to tests is for tests.
          if (part === "testing") return layer !== "testing" && !isTest(path);
          return part !== undefined || target === undefined || !allowed.includes(target);
        })
        .map((name) => `${path} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it("are crossed by package name, never by path", () => {
    const packageOf = (path: string): string =>
      /^packages\/(?:testing|[^/]+\/[^/]+)/.exec(path)?.[0] ?? "root";
    const wrong = files
      .filter((path) => layerOf(path) !== "testing" && layerOf(path) !== "root")
      .flatMap((path) =>
        importsOf(path)
          .filter((name) => name.startsWith("."))
          .filter((name) => packageOf(normalize(join(path, "..", name))) !== packageOf(path))
          .map((name) => `${path} imports ${name}`),
      );
    expect(wrong).toEqual([]);
  });
});

/** Libraries that only compute. */
const PURE_LIBRARIES: readonly string[] = ["re2js"];

describe("the core", () => {
  const core = files.filter((path) => /^packages\/core\/[^/]+\/src\//.test(path) && !isTest(path));

  it("does no I/O", () => {
    const wrong = core.flatMap((path) =>
      importsOf(path)
        .filter((name) => !name.startsWith(".") && !name.startsWith("@mesos-ts/"))
        .filter((name) => name !== "node:buffer" && !PURE_LIBRARIES.includes(name))
        .map((name) => `${path} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has no clock, no randomness and no promises of its own", () => {
    const forbidden =
      /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|setTimeout|setInterval|setImmediate|async |await |Promise)\b/;
    const wrong = core.flatMap((path) =>
      (texts.get(path) ?? "")
        .split("\n")
        .filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line))
        .flatMap((line, index) =>
          forbidden.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
        ),
    );
    expect(wrong).toEqual([]);
  });
});

describe("every file", () => {
  it(`has at most ${MAX_LINES} lines`, () => {
    const long = [...texts].filter(([, text]) => text.split("\n").length > MAX_LINES + 1);
    expect(long.map(([path]) => path)).toEqual([]);
  });

  it("uses erasable syntax and relative imports with their ending", () => {
    const wrong = files.flatMap((path) =>
      importsOf(path)
        .filter((name) => name.startsWith(".") && !/\.(tsx?|js|json|mjs|css)$/.test(name))
        .map((name) => `${path} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it("leaves nothing for later", () => {
    const marker = new RegExp(["TO", "DO|FIX", "ME|XX", "X"].join(""));
    expect([...texts].filter(([, text]) => marker.test(text)).map(([path]) => path)).toEqual([]);
  });
});
