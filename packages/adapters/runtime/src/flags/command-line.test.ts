import { ok } from "@mesos-ts/base";
import { describe, expect, test } from "vitest";
import { readCommandLine } from "./command-line.ts";
import { refused, supported } from "./definition.ts";
import { usage } from "./show.ts";

const definitions = {
  ...supported({
    version: { type: "boolean", default: false, help: "Show version and exit." },
    timeout: {
      type: "int",
      default: 5,
      deprecatedAlias: "wait",
      help: "A help text that is long enough that it does not fit on one line of the help column.",
    },
    name: { type: "string", help: "First line.\nSecond line." },
  }),
  ...refused("magic", { wand: { type: "boolean", default: false, help: "Use a wand." } }),
};

const options = {
  program: "mesos-test",
  version: "1.12.0",
  environment: {},
  prefix: "MESOS_",
  readFile: () => ok(""),
};

const USAGE = `Usage: mesos-test [options]

  --[no-]help                       Prints this help message (default: false)
  --name=VALUE                      First line.
                                    Second line.
  --timeout=VALUE, --wait=VALUE     A help text that is long enough that it does not fit on one line of
                                    the help column. (default: 5)
  --[no-]version                    Show version and exit. (default: false)
  --[no-]wand                       Use a wand. Needs magic: not in this release. (default: false)
`;

test("usage", () => {
  expect(usage(definitions, { program: "mesos-test" })).toBe(USAGE);
  const tool = usage(definitions, { program: "x", usageLine: "Usage: x <y>", message: "Wrong" });
  expect(tool.startsWith("Wrong\n\nUsage: x <y>\n\n  --[no-]help ")).toBe(true);
});

describe("readCommandLine", () => {
  test("runs", () => {
    const line = readCommandLine(definitions, { ...options, args: ["--timeout=7"] });
    expect(line).toMatchObject({
      type: "run",
      flags: { values: { timeout: 7, version: false } },
      shown: { timeout: "7", wand: "false" },
    });
  });

  test.each([[["--help"]], [["--bogus", "--help=true"]], [["--help", "--version"]]])(
    "%j prints the usage",
    (args) => {
      expect(readCommandLine(definitions, { ...options, args })).toEqual({
        type: "exit",
        code: 0,
        out: `${USAGE}\n`,
        err: "",
      });
    },
  );

  test("--help behind -- is no flag", () => {
    expect(readCommandLine(definitions, { ...options, args: ["--", "--help"] }).type).toBe("run");
  });

  test("--version", () => {
    expect(readCommandLine(definitions, { ...options, args: ["--version"] })).toEqual({
      type: "exit",
      code: 0,
      out: "mesos 1.12.0\n",
      err: "",
    });
  });

  test("a daemon's error points to --help", () => {
    expect(readCommandLine(definitions, { ...options, args: ["--bogus"] })).toEqual({
      type: "exit",
      code: 1,
      out: "",
      err: "Failed to load unknown flag 'bogus'\n\nSee `mesos-test --help` for a list of supported flags.\n",
    });
  });

  test("a tool's error shows the usage", () => {
    const line = readCommandLine(definitions, { ...options, args: ["--wand"], onError: "usage" });
    expect(line).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^Flag '--wand' needs magic.*\n\nUsage: mesos-test \[options\]\n/),
    });
  });
});
