import { unwrap } from "@mesos-ts/base";
import type { Attribute, scheduler } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import type { AgentFacts } from "./contract.ts";
import { compileOfferConstraints, DEFAULT_REGEX_LIMITS } from "./index.ts";
import { compileRegex, MAX_REGEXES } from "./regex.ts";

type Predicate = scheduler.AttributeConstraint_Predicate;
type Selector = scheduler.AttributeConstraint_Selector;

const text = (name: string, value: string): Attribute => ({ name, type: "TEXT", text: { value } });
const named = (attribute_name: string): Selector => ({ attribute_name });

const agent: AgentFacts = {
  hostname: "node-7.example.com",
  attributes: [
    text("rack", "r1"),
    text("rack", "r2"),
    { name: "slots", type: "SCALAR", scalar: { value: 3 } },
    text("empty", ""),
  ],
  domain: { fault_domain: { region: { name: "eu" }, zone: { name: "eu-1" } } },
};
const plain: AgentFacts = { hostname: "plain" };

function constraints(
  ...groups: readonly (readonly scheduler.AttributeConstraint[])[]
): scheduler.OfferConstraints {
  return {
    role_constraints: {
      web: { groups: groups.map((group) => ({ attribute_constraints: [...group] })) },
    },
  };
}

const filterOf = (of: scheduler.OfferConstraints) =>
  unwrap(compileOfferConstraints(of, DEFAULT_REGEX_LIMITS));

function isOffered(selector: Selector, predicate: Predicate, facts = agent): boolean {
  return !filterOf(constraints([{ selector, predicate }])).isAgentExcluded("web", facts);
}

describe("a constraint", () => {
  const other = "missing";
  it.each<[string, Selector, Predicate, boolean]>([
    ["exists", named("rack"), { exists: {} }, true],
    ["exists, but does not", named(other), { exists: {} }, false],
    ["must not exist, but does", named("rack"), { not_exists: {} }, false],
    ["does not exist", named(other), { not_exists: {} }, true],
    ["equals", named("rack"), { text_equals: { value: "r1" } }, true],
    ["looks at the first of its name", named("rack"), { text_equals: { value: "r2" } }, false],
    ["equals nothing", named("empty"), { text_equals: { value: "" } }, true],
    ["missing equals nothing", named(other), { text_equals: { value: "" } }, false],
    ["differs", named("rack"), { text_not_equals: { value: "r2" } }, true],
    ["must differ, but equals", named("rack"), { text_not_equals: { value: "r1" } }, false],
    ["missing differs", named(other), { text_not_equals: { value: "r1" } }, true],
    ["matches", named("rack"), { text_matches: { regex: "r[0-9]" } }, true],
    ["matches as a whole only", named("rack"), { text_matches: { regex: "r" } }, false],
    ["missing matches nothing", named(other), { text_matches: { regex: ".*" } }, false],
    ["does not match", named("rack"), { text_not_matches: { regex: "r[2-9]" } }, true],
    ["must not match, but does", named("rack"), { text_not_matches: { regex: "r." } }, false],
    ["missing does not match", named(other), { text_not_matches: { regex: ".*" } }, true],
    ["is no text: equals all", named("slots"), { text_equals: { value: "x" } }, true],
    ["is no text: differs from all", named("slots"), { text_not_equals: { value: "3" } }, true],
    ["is no text: matches all", named("slots"), { text_matches: { regex: "x" } }, true],
    ["is no text: matches nothing", named("slots"), { text_not_matches: { regex: ".*" } }, true],
    ["is no text: exists", named("slots"), { exists: {} }, true],
    ["is no text: must not exist", named("slots"), { not_exists: {} }, false],
  ])("on an attribute that %s", (_, selector, predicate, offered) => {
    expect(isOffered(selector, predicate)).toBe(offered);
  });

  it.each<[scheduler.AttributeConstraint_Selector_PseudoattributeType, string, boolean]>([
    ["HOSTNAME", "node-\\d+\\.example\\.com", true],
    ["HOSTNAME", "node", false],
    ["REGION", "eu", true],
    ["REGION", "us", false],
    ["ZONE", "eu-[12]", true],
    ["ZONE", "eu", false],
  ])("on %s looks for %s", (pseudoattribute_type, regex, offered) => {
    expect(isOffered({ pseudoattribute_type }, { text_matches: { regex } })).toBe(offered);
  });

  it.each(["REGION", "ZONE"] as const)("finds no %s on an agent without a domain", (type) => {
    const selector = { pseudoattribute_type: type };
    expect(isOffered(selector, { not_exists: {} }, plain)).toBe(true);
    expect(isOffered(selector, { text_equals: { value: "" } }, plain)).toBe(false);
    expect(isOffered({ pseudoattribute_type: "HOSTNAME" }, { exists: {} }, plain)).toBe(true);
  });
});

describe("constraints of a role", () => {
  const holds = { selector: named("rack"), predicate: { exists: {} } };
  const fails = { selector: named("rack"), predicate: { not_exists: {} } };

  it.each([
    ["one group that holds", [[holds]], false],
    ["a group that holds in part", [[holds, fails]], true],
    ["a second group that holds", [[fails], [holds, holds]], false],
    ["no group that holds", [[fails], [fails, holds]], true],
  ])("with %s", (_, groups, excluded) => {
    const filter = filterOf(constraints(...groups));
    expect(filter.isAgentExcluded("web", agent)).toBe(excluded);
    expect(filter.isAgentExcluded("web", agent)).toBe(excluded);
  });

  it("leave other roles alone, and none exclude nothing", () => {
    expect(filterOf(constraints([fails])).isAgentExcluded("batch", agent)).toBe(false);
    expect(filterOf({}).isAgentExcluded("web", agent)).toBe(false);
  });

  it("tell an agent's new facts from its old ones", () => {
    const filter = filterOf(constraints([fails]));
    expect(filter.isAgentExcluded("web", agent)).toBe(true);
    expect(filter.isAgentExcluded("web", { ...agent, attributes: [] })).toBe(false);
  });
});

describe("refused", () => {
  const selectors =
    "A role web has an invalid 'AttributeConstraint': Exactly one of 'AttributeConstraint::Selector::name' or 'AttributeConstraint::Selector::pseudoattribute_type' must be set";
  const exists = { exists: {} };
  it.each<[string, scheduler.OfferConstraints, string]>([
    [
      "a role without groups",
      constraints(),
      "'OfferConstraints::role_constraints' has an empty 'RoleConstraints::groups' for role web",
    ],
    [
      "an empty group",
      constraints([]),
      "'OfferConstraints::RoleConstraints::groups' for role webcontains an empty RoleConstraints::Group",
    ],
    ["no selector", constraints([{ selector: {}, predicate: exists }]), selectors],
    [
      "two selectors",
      constraints([
        { selector: { attribute_name: "a", pseudoattribute_type: "ZONE" }, predicate: exists },
      ]),
      selectors,
    ],
    [
      "an unknown pseudo attribute",
      constraints([{ selector: { pseudoattribute_type: "UNKNOWN" }, predicate: exists }]),
      "A role web has an invalid 'AttributeConstraint': Unknown pseudoattribute type",
    ],
    [
      "no predicate",
      constraints([{ selector: named("a"), predicate: {} }]),
      "A role web has an invalid 'AttributeConstraint': Unknown predicate type",
    ],
    [
      "a bad regex",
      constraints([{ selector: named("a"), predicate: { text_matches: { regex: "(" } } }]),
      "A role web has an invalid 'AttributeConstraint': Failed to construct regex from pattern '(': missing ): (",
    ],
  ])("is %s", (_, of, error) => {
    expect(compileOfferConstraints(of, DEFAULT_REGEX_LIMITS)).toEqual({ type: "error", error });
  });
});

describe("regular expressions", () => {
  it("are limited in number, not counting repetitions", () => {
    const different = constraints(
      Array.from({ length: MAX_REGEXES + 1 }, (_, index) => ({
        selector: named("rack"),
        predicate: { text_not_matches: { regex: `x${index}` } },
      })),
    );
    expect(compileOfferConstraints(different, DEFAULT_REGEX_LIMITS)).toEqual({
      type: "error",
      error: `A role web has an invalid 'AttributeConstraint': There are more than ${MAX_REGEXES} different regular expressions: join some with '|', or compare texts instead`,
    });
    const repeated = constraints(
      Array.from({ length: MAX_REGEXES + 1 }, () => ({
        selector: named("rack"),
        predicate: { text_matches: { regex: "r[12]" } },
      })),
    );
    expect(filterOf(repeated).isAgentExcluded("web", agent)).toBe(false);
  });
});

describe("a regex", () => {
  // What RE2 of 2020-07-06, which Mesos is built with, says of each.
  it.each([
    ["[", "missing ]: ["],
    ["a)", "unexpected ): a)"],
    ["a**", "bad repetition operator: **"],
    ["*a", "no argument for repetition operator: *"],
    ["x{2,1}", "invalid repetition size: {2,1}"],
    ["a{1001}", "invalid repetition size: {1001}"],
    ["(?=a)", "invalid perl operator: (?="],
    ["\\1", "invalid escape sequence: \\1"],
    ["a\\", "trailing \\"],
    ["[b-a]", "invalid character class range: b-a"],
    ["(?P<a", "invalid named capture group: (?P<a"],
    ["\\pL+", "pattern too large - compile failed"],
    ["a{300}", "pattern too large - compile failed"],
  ])("%s is refused", (pattern, why) => {
    expect(compileRegex(pattern, DEFAULT_REGEX_LIMITS)).toEqual({
      type: "error",
      error: `Failed to construct regex from pattern '${pattern}': ${why}`,
    });
  });

  // Sizes as RE2::ProgramSize() counts them.
  it.each([
    ["a", 5],
    [".", 12],
    ["(a|b)*c", 8],
    ["[0-9a-f]{8}", 20],
    ["\\w+-\\d+", 11],
    ["(?i)k", 8],
    ["[а-я]+", 9],
    ["^abc$", 4],
    ["^host-[0-9]+$", 6],
    ["foo|foobar|foobaz", 12],
    ["192.168.(1[0-9]|3[4-7]|[1-9]|4[2-9]|[1-4][0-9]|5[3-8]|20[4-7]|53[0-5]).1", 54],
  ])("%s has a program of %i", (pattern, size) => {
    const within = (maxProgramSize: number) =>
      compileRegex(pattern, { ...DEFAULT_REGEX_LIMITS, maxProgramSize });
    expect(within(size).type).toBe("ok");
    expect(within(size - 1)).toEqual({
      type: "error",
      error: `Regex '${pattern}' is too complex: program size of ${size} is larger than maximum of ${size - 1} allowed`,
    });
  });

  it("needs as much memory as in RE2", () => {
    const pattern = "192.168.(1[0-9]|3[4-7]|[1-9]|4[2-9]|[1-4][0-9]|5[3-8]|20[4-7]|53[0-5]).1";
    const within = (maxMemBytes: number) =>
      compileRegex(pattern, { ...DEFAULT_REGEX_LIMITS, maxMemBytes }).type;
    expect(within(1500)).toBe("ok");
    expect(within(1499)).toBe("error");
    expect(within(0)).toBe("ok");
  });

  it.each([
    "((a{30}){30})",
    "\\pL{1000}",
    `${"(".repeat(5000)}a${")".repeat(5000)}`,
    "(a*)*".repeat(5000),
    `[${"\\pL".repeat(5000)}]`,
  ])("made to explode is refused before it does: %.20s…", (pattern) => {
    const begin = performance.now();
    expect(compileRegex(pattern, DEFAULT_REGEX_LIMITS).type).toBe("error");
    expect(performance.now() - begin).toBeLessThan(500);
  });

  it.each(["(a+)+b", "(a|a)*b", "(.*)*x", "(a?){15}a{15}"])(
    "%s matches in linear time",
    (pattern) => {
      const test = unwrap(compileRegex(pattern, DEFAULT_REGEX_LIMITS));
      const begin = performance.now();
      expect(test("a".repeat(100_000))).toBe(false);
      expect(performance.now() - begin).toBeLessThan(2000);
    },
  );
});
