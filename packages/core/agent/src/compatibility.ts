import {
  type AgentInfo,
  AgentInfo as AgentInfoType,
  type Attribute,
  toJson,
} from "@mesos-ts/protos";
import {
  amountOf,
  amountText,
  containsAmount,
  type Entry,
  Resources,
  toResource,
} from "@mesos-ts/resources";

/** Which changes an agent may restart with and keep its id: `--reconfiguration_policy`. */
export type ReconfigurationPolicy = "equal" | "additive";

const DEFAULT_PORT = 5051;
const RULE = "------------------------------------------------------------";
const NOT_PERMITTED = "Configuration change not permitted under `additive` policy: ";
/** Mesos quotes the policy in two ways. */
const NOT_ADDITIVE = "Configuration change not permitted under 'additive' policy";

/** Why an agent that was `before` cannot go on as `now`; undefined: it can. */
export function incompatibility(
  policy: ReconfigurationPolicy,
  before: AgentInfo,
  now: AgentInfo,
): string | undefined {
  switch (policy) {
    case "equal":
      return changed(before, now);
    case "additive":
      return movedAgent(before, now) ?? lostResources(before, now) ?? lostAttributes(before, now);
    default:
      return policy satisfies never;
  }
}

/** Whether anything differs at all. */
export function isSameAgent(before: AgentInfo, now: AgentInfo): boolean {
  return difference(before, now) === undefined;
}

function changed(before: AgentInfo, now: AgentInfo): string | undefined {
  const what = difference(before, now);
  if (what === undefined) return undefined;
  return [
    `Incompatible agent info detected. ${what}`,
    `\n${RULE}`,
    `Old agent info:\n${infoText(before)}`,
    `\n${RULE}`,
    `New agent info:\n${infoText(now)}`,
    `\n${RULE}`,
  ].join("\n");
}

/** Mesos leaves it to the reader to compare both; the first difference is named here. */
function difference(before: AgentInfo, now: AgentInfo): string | undefined {
  if (now.hostname !== before.hostname) {
    return `The hostname is '${now.hostname}' and was '${before.hostname}'.`;
  }
  if (portOf(now) !== portOf(before)) {
    return `The port is ${portOf(now)} and was ${portOf(before)}.`;
  }
  const [domain, former] = [now, before].map(domainText);
  if (domain !== former) return `The domain is ${domain} and was ${former}.`;
  const resources = Resources.of(now.resources);
  const old = Resources.of(before.resources);
  if (!resources.equals(old)) return `The resources are '${resources}' and were '${old}'.`;
  return allAttributes(now) === allAttributes(before) ? undefined : "The attributes differ.";
}

function movedAgent(before: AgentInfo, now: AgentInfo): string | undefined {
  if (now.hostname !== before.hostname) {
    return `${NOT_PERMITTED}Hostname changed from ${before.hostname} to ${now.hostname}`;
  }
  if (portOf(now) !== portOf(before)) {
    return `${NOT_PERMITTED}Port changed from ${portOf(before)} to ${portOf(now)}`;
  }
  const [domain, former] = [now, before].map(domainText);
  // An agent may get a domain, not lose or change it.
  return before.domain !== undefined && domain !== former
    ? `${NOT_PERMITTED}Domain changed from ${former} to ${domain}`
    : undefined;
}

function lostResources(before: AgentInfo, now: AgentInfo): string | undefined {
  const current = new Map<string, Entry>();
  for (const entry of Resources.of(now.resources)) current.set(entry.key, entry);
  for (const entry of Resources.of(before.resources)) {
    const match = current.get(entry.key);
    if (match === undefined) {
      return `${NOT_ADDITIVE}. Resource not found: ${Resources.of([toResource(entry)])}`;
    }
    const lost = lessOf(entry, match);
    if (lost !== undefined) return `${NOT_ADDITIVE}: ${lost}`;
  }
  return undefined;
}

function lessOf({ meta, amount }: Entry, match: Entry): string | undefined {
  if (containsAmount(match.amount, amount)) return undefined;
  const [was, is] = [amountText(amount), amountText(match.amount)];
  if (amount.type === "scalar") {
    return `Value of scalar resource '${meta.name}' decreased from ${was} to ${is}`;
  }
  const type = amount.type === "ranges" ? "range" : "set";
  return `Previous value of ${type} resource '${meta.name}' (${was}) not included in current ${is}`;
}

function lostAttributes(before: AgentInfo, now: AgentInfo): string | undefined {
  for (const attribute of before.attributes ?? []) {
    const match = now.attributes?.find(({ name }) => name === attribute.name);
    if (match === undefined) {
      const text = `${attribute.name}:${attributeText(attribute)}`;
      return `${NOT_ADDITIVE}: Couldn't find attribute ${text}`;
    }
    const lost = changedAttribute(attribute, match);
    if (lost !== undefined) return lost;
  }
  return undefined;
}

function changedAttribute(attribute: Attribute, match: Attribute): string | undefined {
  const { name, type } = attribute;
  if (match.type !== type) {
    return `${NOT_ADDITIVE}: Type of attribute '${name}' changed from ${type} to ${match.type}`;
  }
  const [was, is] = [attribute, match].map(attributeText);
  if (type === "RANGES") {
    return containsAmount(amountOf(match), amountOf(attribute))
      ? undefined
      : `Previous value of ranges resource '${name}' (${was}) not included in current ${is}`;
  }
  if (was === is) return undefined;
  return `${NOT_ADDITIVE}: Value of ${type.toLowerCase()} attribute '${name}' changed from ${was} to ${is}`;
}

function attributeText(attribute: Attribute): string {
  return attribute.type === "TEXT"
    ? (attribute.text?.value ?? "")
    : amountText(amountOf(attribute));
}

function allAttributes({ attributes = [] }: AgentInfo): string {
  return attributes
    .map((attribute) => JSON.stringify([attribute.name, attribute.type, attributeText(attribute)]))
    .sort()
    .join();
}

function portOf({ port }: AgentInfo): number {
  return port ?? DEFAULT_PORT;
}

function domainText({ domain }: AgentInfo): string {
  if (domain?.fault_domain === undefined) return "none";
  const { region, zone } = domain.fault_domain;
  return `'${region.name}/${zone.name}'`;
}

function infoText(info: AgentInfo): string {
  return toJson(AgentInfoType, info, "v0");
}
