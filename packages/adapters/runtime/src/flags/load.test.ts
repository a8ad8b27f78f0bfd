import { bytes, err, milliseconds, ok } from "@mesos-ts/base";
import { describe, expect, expectTypeOf, test } from "vitest";
import { type PathOrContent, refused, supported } from "./definition.ts";
import { loadFlags } from "./load.ts";
import { flagsLine, flagsMap } from "./show.ts";

const definitions = {
  ...supported({
    name: { type: "string", help: "A name." },
    count: { type: "int", default: 3, min: 0, max: 10, help: "A count." },
    ratio: { type: "double", default: 0.5, help: "A ratio." },
    wait: {
      type: "duration",
      default: milliseconds(1000),
      deprecatedAlias: "old_wait",
      validate: (value) => (value > 5000 ? "Expected `--wait` to be at most 5secs" : undefined),
      help: "A wait.",
    },
    size: { type: "bytes", help: "A size." },
    shout: { type: "boolean", default: false, help: "Shouts." },
    maybe: { type: "boolean", help: "A boolean without default." },
    data: { type: "json", help: "JSON." },
    file: { type: "path", help: "A path." },
    secret: { type: "path-or-content", help: "A secret." },
    words: { type: "set", help: "Words." },
  }),
  ...refused("time travel", {
    when: { type: "string", accepts: ["now"], help: "A time." },
    back: { type: "boolean", default: false, help: "Back." },
  }),
};

const files: Record<string, string> = { "/f": "from file", "/d": "2secs", "/j": '{"a": [1]}' };

function load(args: string[], environment: Record<string, string> = {}, unknowns = false) {
  return loadFlags(definitions, {
    args,
    environment,
    prefix: "MESOS_",
    readFile: (path) => (files[path] === undefined ? err("nope") : ok(files[path])),
    unknowns,
  });
}

function values(args: string[], environment: Record<string, string> = {}) {
  const loaded = load(args, environment);
  return loaded.type === "ok" ? loaded.value.values : loaded.error;
}

describe("values", () => {
  test.each([
    [["--name=x"], "name", "x"],
    [["--name="], "name", ""],
    [["--name=a=b"], "name", "a=b"],
    [["--NAME=Ab"], "name", "Ab"],
    [["  --name=x  "], "name", "x"],
    [["--name=file:///f"], "name", "from file"],
    [["--count=10"], "count", 10],
    [[], "count", 3],
    [["--ratio=1e-1"], "ratio", 0.1],
    [["--wait=2secs"], "wait", 2000],
    [["--wait=file:///d"], "wait", 2000],
    [["--old_wait=3secs"], "wait", 3000],
    [["--size=2KB"], "size", bytes(2048)],
    [["--shout"], "shout", true],
    [["--shout="], "shout", true],
    [["--shout=true"], "shout", true],
    [["--shout=1"], "shout", true],
    [["--shout=0"], "shout", false],
    [["--no-shout"], "shout", false],
    [["--no-shout="], "shout", false],
    [[], "maybe", undefined],
    [["--no-maybe"], "maybe", false],
    [['--data={"k": 1}'], "data", { k: 1 }],
    [["--data=[1]"], "data", [1]],
    [["--data=/j"], "data", { a: [1] }],
    [["--file=file:///p/q"], "file", "/p/q"],
    [["--file=/p/q"], "file", "/p/q"],
    [["--secret=plain"], "secret", { path: undefined, value: "plain" }],
    [["--secret=file:///f"], "secret", { path: "/f", value: "from file" }],
    [["--words=b,a,,b"], "words", ["a", "b"]],
    [["--when=now"], "when", "now"],
    [["--no-back"], "back", false],
    [["--help"], "help", true],
    [["word", "-x", "--count=1", "--", "--count=x"], "count", 1],
  ] as const)("%j: %s is %j", (args, name, value) => {
    expect(values([...args])).toHaveProperty(name, value);
  });

  test("have the types of their definitions", () => {
    const loaded = load([]);
    if (loaded.type === "ok") {
      expectTypeOf(loaded.value.values.count).toEqualTypeOf<number>();
      expectTypeOf(loaded.value.values.name).toEqualTypeOf<string | undefined>();
      expectTypeOf(loaded.value.values.shout).toEqualTypeOf<boolean>();
      expectTypeOf(loaded.value.values.secret).toEqualTypeOf<PathOrContent | undefined>();
    }
    expect(loaded.type).toBe("ok");
  });
});

describe("refusals", () => {
  test.each([
    [["--bogus"], "Failed to load unknown flag 'bogus'"],
    [["--no-bogus"], "Failed to load unknown flag 'bogus' via 'no-bogus'"],
    [["--name"], "Failed to load non-boolean flag 'name': Missing value"],
    [["--no-name"], "Failed to load non-boolean flag 'name' via 'no-name'"],
    [["--no-shout=true"], "Failed to load boolean flag 'shout' via 'no-shout' with value 'true'"],
    [
      ["--shout=yes"],
      "Failed to load flag 'shout': Failed to load value 'yes': Expecting a boolean (e.g., true or false)",
    ],
    [
      ["--count=11"],
      "Failed to load flag 'count': Failed to load value '11': Failed to convert into required type",
    ],
    [
      ["--count=1.5"],
      "Failed to load flag 'count': Failed to load value '1.5': Failed to convert into required type",
    ],
    [
      ["--count=0x1"],
      "Failed to load flag 'count': Failed to load value '0x1': Failed to convert into required type",
    ],
    [
      ["--ratio=half"],
      "Failed to load flag 'ratio': Failed to load value 'half': Failed to convert into required type",
    ],
    [
      ["--old_wait=5"],
      "Failed to load flag 'old_wait': Failed to load value '5': Invalid duration '5'",
    ],
    [["--size=5"], "Failed to load flag 'size': Failed to load value '5': Invalid bytes '5'"],
    [
      ["--name=file:///missing"],
      "Failed to load flag 'name': Failed to load value 'file:///missing': Error reading file '/missing': nope",
    ],
    [
      ["--data=5"],
      "Failed to load flag 'data': Failed to load value '5': Not valid JSON: expecting an object or an array",
    ],
    [["--name=a", "--name=b"], "Flag 'name' is already loaded via name 'name'"],
    [["--shout", "--no-shout"], "Flag 'shout' is already loaded via name 'shout'"],
    [["--wait=1secs", "--old_wait=1secs"], "Flag 'wait' is already loaded via name 'old_wait'"],
    [["--wait=6secs"], "Expected `--wait` to be at most 5secs"],
    [
      ["--when=tomorrow"],
      "Flag '--when' needs time travel, which this release does not build yet. Start without it, or see docs/compatibility.md",
    ],
    [
      ["--back"],
      "Flag '--back' needs time travel, which this release does not build yet. Start without it, or see docs/compatibility.md",
    ],
  ])("%j", (args, error) => {
    expect(load(args)).toEqual({ type: "error", error });
  });

  test("JSON that is none", () => {
    expect(values(["--data={"])).toContain("Not valid JSON");
  });

  test("a required flag", () => {
    const required = supported({ dir: { type: "string", required: true, help: "A folder." } });
    const options = { args: [], environment: {}, prefix: undefined, readFile: () => err("") };
    expect(loadFlags(required, options)).toEqual({
      type: "error",
      error: "Flag 'dir' is required, but it was not provided",
    });
    expect(loadFlags(required, { ...options, args: ["--dir="] }).type).toBe("ok");
  });

  test("unknown flags pass when told so", () => {
    expect(load(["--bogus=1", "--count=2"], {}, true).type).toBe("ok");
  });
});

describe("the environment", () => {
  test.each([
    [{ MESOS_COUNT: "5" }, [], "count", 5],
    [{ MESOS_count: "5" }, [], "count", 5],
    [{ MESOS_COUNT: "5" }, ["--count=6"], "count", 6],
    [{ MESOS_SHOUT: "" }, [], "shout", true],
    [{ "MESOS_NO-SHOUT": "" }, [], "shout", false],
    [{ MESOS_OLD_WAIT: "2secs" }, [], "wait", 2000],
    [{ MESOS_NATIVE_JAVA_LIBRARY: "/lib.so", MESOS_BOGUS: "1" }, [], "count", 3],
    [{ OTHER_COUNT: "5", COUNT: "6" }, [], "count", 3],
  ] as [Record<string, string>, string[], string, unknown][])(
    "%j with %j: %s is %j",
    (environment, args, name, value) => {
      expect(values(args, environment)).toHaveProperty(name, value);
    },
  );

  test("an alias there and the name here are two givings", () => {
    expect(values(["--wait=1secs"], { MESOS_OLD_WAIT: "2secs" })).toBe(
      "Flag 'wait' is already loaded via name 'old_wait'",
    );
  });

  test("is not read without a prefix", () => {
    const options = { args: [], prefix: undefined, readFile: () => err("") };
    const loaded = loadFlags(definitions, { ...options, environment: { MESOS_COUNT: "5" } });
    expect(loaded).toHaveProperty("value.values.count", 3);
  });
});

describe("what a load tells", () => {
  test("warnings", () => {
    const loaded = load(["--old_wait=1secs", "--data=/j"]);
    expect(loaded).toHaveProperty("value.warnings", [
      expect.stringContaining("Specifying an absolute filename"),
      "Loaded deprecated flag 'old_wait'",
    ]);
  });

  test("words", () => {
    expect(load(["a", "--shout", "-b", "--", "--c", "d"])).toHaveProperty("value.words", [
      "a",
      "-b",
      "--c",
      "d",
    ]);
  });

  test("the effective flags, under the names they were given by", () => {
    const args = ["--old_wait=90secs", "--ratio=0.123456789", "--secret=file:///f", "--words=b,a"];
    const lax = { ...definitions, wait: { ...definitions.wait, validate: () => undefined } };
    const loaded = loadFlags(lax, {
      args: [...args, "--size=2048B", '--data={"b": 1, "a": "x"}'],
      environment: {},
      prefix: undefined,
      readFile: () => ok("content"),
    });
    expect(loaded.type).toBe("ok");
    if (loaded.type === "ok") {
      const shown = flagsMap(lax, loaded.value);
      expect(shown).toEqual({
        back: "false",
        count: "3",
        data: '{"b":1,"a":"x"}',
        help: "false",
        old_wait: "90secs",
        ratio: "0.123457",
        secret: "/f",
        shout: "false",
        size: "2KB",
        words: "{ a, b }",
      });
      expect(Object.keys(shown)).toEqual(Object.keys(shown).toSorted());
      expect(flagsLine({ a: "1", b: "x y" })).toBe('--a="1" --b="x y"');
    }
  });
});
