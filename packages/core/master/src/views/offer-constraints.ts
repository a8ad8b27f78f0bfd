/** `/offer_constraints_debug`: which agents are kept from which framework, role by role. */
import type { Core } from "../core.ts";
import type { Framework } from "../model.ts";
import { array, object, text } from "./json.ts";

export function offerConstraintsView(core: Core): string {
  const frameworks = [...core.frameworks.registered.values()].map(
    (framework) => [framework.id, frameworkJson(core, framework)] as const,
  );
  return object({ frameworks: object(Object.fromEntries(frameworks)) });
}

function frameworkJson(core: Core, framework: Framework): string {
  const roles = [...framework.roles].map(
    (role) => [role, array(excludedAgents(core, framework, role))] as const,
  );
  return object({
    suppressed_roles: array([...framework.suppressedRoles].map(text)),
    excluded_by_attribute_constraints: object(Object.fromEntries(roles)),
  });
}

function excludedAgents(
  core: Core,
  { constraints: { filter } }: Framework,
  role: string,
): string[] {
  if (filter === undefined) return [];
  return [...core.agents.registered.values()]
    .filter(({ info }) => filter.isAgentExcluded(role, info))
    .map(({ id }) => text(id));
}
