import { describe, expect, it } from "vitest";
import { parseInput } from "./parse.ts";

const command = {
  words: ["<task>", "[file]"],
  options: {
    all: { short: "a", help: "" },
    lines: { short: "n", value: "<lines>", help: "" },
  },
};

const exec = {
  words: ["<task>"],
  rest: "<command>",
  options: { interactive: { short: "i", help: "" }, tty: { short: "t", help: "" } },
};

describe("arguments", () => {
  it.each([
    [["t1"], ["t1"], false, undefined],
    [["-a", "t1", "stderr"], ["t1", "stderr"], true, undefined],
    [["t1", "--lines=3"], ["t1"], false, "3"],
    [["t1", "-n", "3", "--all"], ["t1"], true, "3"],
  ])("%j", (args, words, all, lines) => {
    const input = parseInput(command, args);
    expect([input.words, input.flag("all"), input.text("lines")]).toEqual([words, all, lines]);
  });

  it.each([
    [[], "Missing <task>"],
    [["a", "b", "c"], "Unexpected 'c'"],
    [["a", "--nope"], "Unknown option '--nope'"],
    [["a", "--all=yes"], "Option '-a, --all' does not take an argument"],
    [["a", "-n"], "Option '-n, --lines <value>' argument missing"],
  ])("not %j", (args, text) => {
    expect(() => parseInput(command, args)).toThrow(text);
  });

  it.each([
    [["-i", "-t", "t1", "ls", "-la"], ["t1"], ["ls", "-la"]],
    [["-it", "t1", "sh", "-c", "echo -i"], ["t1"], ["sh", "-c", "echo -i"]],
    [["t1", "-i", "-t", "--", "--odd"], ["t1"], ["--odd"]],
  ])("a command line of its own: %j", (args, words, rest) => {
    const input = parseInput(exec, args);
    expect([input.words, input.rest]).toEqual([words, rest]);
    expect([input.flag("interactive"), input.flag("tty")]).toEqual([true, true]);
  });

  it("needs that command line", () => {
    expect(() => parseInput(exec, ["t1"])).toThrow("Missing <command>");
  });
});
