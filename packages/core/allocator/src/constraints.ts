/** A framework's offer constraints: which agents it wants to be offered, role by role. */
import { err, mapErr, mapOk, ok, type Result, unreachable } from "@mesos-ts/base";
import type { Attribute, scheduler } from "@mesos-ts/protos";
import type { AgentFacts, OfferConstraintsFilter } from "./contract.ts";
import { Regexes, type RegexLimits } from "./regex.ts";

type Selector = scheduler.AttributeConstraint_Selector;
type Predicate = scheduler.AttributeConstraint_Predicate;

/** What a selector finds on an agent: nothing, a pseudo attribute's text, or an attribute. */
type Found = undefined | string | Attribute;
type Select = (agent: AgentFacts) => Found;
type Holds = (found: Found) => boolean;
type Constraint = (agent: AgentFacts) => boolean;

/** All of its constraints must hold. */
type Group = readonly Constraint[];

/** A role that is not named has no constraints: no agent is excluded. */
export function compileOfferConstraints(
  constraints: scheduler.OfferConstraints,
  limits: RegexLimits,
): Result<OfferConstraintsFilter> {
  const groupsByRole = new Map<string, readonly Group[]>();
  const regexes = new Regexes(limits);
  for (const [role, { groups = [] }] of Object.entries(constraints.role_constraints ?? {})) {
    const compiled = compileRole(role, groups, regexes);
    if (compiled.type === "error") return compiled;
    groupsByRole.set(role, compiled.value);
  }
  return ok(new CompiledFilter(groupsByRole));
}

function compileRole(
  role: string,
  groups: readonly scheduler.OfferConstraints_RoleConstraints_Group[],
  regexes: Regexes,
): Result<readonly Group[]> {
  if (groups.length === 0) {
    return err(
      `'OfferConstraints::role_constraints' has an empty 'RoleConstraints::groups' for role ${role}`,
    );
  }
  const compiled: Group[] = [];
  for (const { attribute_constraints: constraints = [] } of groups) {
    if (constraints.length === 0) {
      return err(
        `'OfferConstraints::RoleConstraints::groups' for role ${role}contains an empty RoleConstraints::Group`,
      );
    }
    const group: Constraint[] = [];
    for (const constraint of constraints) {
      const one = compileConstraint(constraint, regexes);
      if (one.type === "error") {
        return mapErr(one, (why) => `A role ${role} has an invalid 'AttributeConstraint': ${why}`);
      }
      group.push(one.value);
    }
    compiled.push(group);
  }
  return ok(compiled);
}

function compileConstraint(
  { selector, predicate }: scheduler.AttributeConstraint,
  regexes: Regexes,
): Result<Constraint> {
  const select = compileSelector(selector);
  if (select.type === "error") return select;
  return mapOk(compilePredicate(predicate, regexes), (holds) => (agent: AgentFacts) => {
    return holds(select.value(agent));
  });
}

function compileSelector({ attribute_name: name, pseudoattribute_type }: Selector): Result<Select> {
  if ((name === undefined) === (pseudoattribute_type === undefined)) {
    return err(
      "Exactly one of 'AttributeConstraint::Selector::name' or 'AttributeConstraint::Selector::pseudoattribute_type' must be set",
    );
  }
  // Of several attributes with one name, only the first counts.
  if (pseudoattribute_type === undefined) {
    return ok(({ attributes }) => attributes?.find((attribute) => attribute.name === name));
  }
  switch (pseudoattribute_type) {
    case "HOSTNAME":
      return ok(({ hostname }) => hostname);
    case "REGION":
      return ok(({ domain }) => domain?.fault_domain?.region.name);
    case "ZONE":
      return ok(({ domain }) => domain?.fault_domain?.zone.name);
    case "UNKNOWN":
      return err("Unknown pseudoattribute type");
    default:
      return unreachable(pseudoattribute_type);
  }
}

function compilePredicate(predicate: Predicate, regexes: Regexes): Result<Holds> {
  const { exists, not_exists, text_equals, text_not_equals, text_matches, text_not_matches } =
    predicate;
  const given = [exists, not_exists, text_equals, text_not_equals, text_matches, text_not_matches];
  if (given.filter((each) => each !== undefined).length !== 1) return err("Unknown predicate type");
  if (exists !== undefined) return ok((found) => found !== undefined);
  if (not_exists !== undefined) return ok((found) => found === undefined);
  if (text_equals !== undefined) return ok(textIs((text) => text === text_equals.value));
  if (text_not_equals !== undefined) return ok(textIsNot((text) => text === text_not_equals.value));
  if (text_matches !== undefined) return mapOk(regexes.compile(text_matches.regex), textIs);
  return mapOk(regexes.compile(text_not_matches?.regex ?? ""), textIsNot);
}

/** Attributes that are not text satisfy every predicate about text; missing ones are no text. */
function textIs(test: (text: string) => boolean): Holds {
  return (found) => found !== undefined && decideText(found, test);
}

function textIsNot(test: (text: string) => boolean): Holds {
  return (found) => found === undefined || decideText(found, (text) => !test(text));
}

function decideText(found: string | Attribute, test: (text: string) => boolean): boolean {
  if (typeof found === "string") return test(found);
  return found.type !== "TEXT" || test(found.text?.value ?? "");
}

class CompiledFilter implements OfferConstraintsFilter {
  readonly #groupsByRole: ReadonlyMap<string, readonly Group[]>;
  /** An agent with other facts is another object: an answer holds as long as its key lives. */
  readonly #answers = new WeakMap<AgentFacts, Map<string, boolean>>();

  constructor(groupsByRole: ReadonlyMap<string, readonly Group[]>) {
    this.#groupsByRole = groupsByRole;
  }

  isAgentExcluded(role: string, agent: AgentFacts): boolean {
    const groups = this.#groupsByRole.get(role);
    if (groups === undefined) return false;
    let byRole = this.#answers.get(agent);
    if (byRole === undefined) {
      byRole = new Map();
      this.#answers.set(agent, byRole);
    }
    let excluded = byRole.get(role);
    if (excluded === undefined) {
      excluded = !groups.some((group) => group.every((holds) => holds(agent)));
      byRole.set(role, excluded);
    }
    return excluded;
  }
}
