import {
  err,
  formatDuration,
  ok,
  parseDouble,
  parseDuration,
  parseInteger,
  parseRoles,
  type Result,
} from "@mesos-ts/base";
import { parseZkUrl, ZK_SCHEME, type ZkUrl } from "@mesos-ts/zookeeper";
import type { agentFlags } from "./definitions/agent.ts";
import { MAX_REGISTRATION_BACKOFF } from "./definitions/agent.ts";
import { MIN_AGENT_REREGISTER_TIMEOUT, type masterFlags } from "./definitions/master.ts";
import type { FlagValues } from "./flags/definition.ts";
import { type MasterSource, parseMasterSource } from "./master-address.ts";
import { type OversubscriptionSettings, oversubscriptionSettings } from "./modules.ts";

export type MasterFlagValues = FlagValues<typeof masterFlags>;
export type AgentFlagValues = FlagValues<ReturnType<typeof agentFlags>>;

/** Quantities by resource name. */
export type Quantities = Readonly<Record<string, number>>;

/** What a master's flags mean together. */
export interface MasterSettings {
  /** Undefined: any role. */
  readonly roleWhitelist: readonly string[] | undefined;
  readonly weights: Quantities;
  /** Any of the sets is enough to make an offer. */
  readonly minAllocatable: readonly Quantities[];
  /** Undefined: no limit. */
  readonly agentRemovalRate: { readonly agents: number; readonly perMs: number } | undefined;
  /** Share of the agents, 0 to 1. */
  readonly recoveryAgentRemovalLimit: number;
  /** Undefined: this master leads alone. */
  readonly zk: ZkUrl | undefined;
  readonly registry: RegistrySettings;
  /** For the log. */
  readonly warnings: readonly string[];
}

/** Where the registry is kept. */
export type RegistrySettings =
  | { readonly type: "in_memory" }
  | {
      readonly type: "replicated_log";
      readonly workDir: string;
      /** Replicas that make a majority. */
      readonly quorum: number;
    };

/** What an agent's flags mean together. */
export interface AgentSettings {
  readonly master: MasterSource;
  /** Undefined: executors get the agent's environment. */
  readonly executorEnvironment: Readonly<Record<string, string>> | undefined;
  /** Undefined: all that the agent can do. */
  readonly features: readonly string[] | undefined;
  readonly oversubscription: OversubscriptionSettings;
}

const ONE_IP_SOURCE = "Only one of `--ip` or `--ip_discovery_command` should be specified";

const MAX_REMOVALS = 2_147_483_647;

const FIRST_CLASS_RESOURCES: readonly string[] = ["cpus", "mem", "disk", "ports", "gpus"];

const EVERYONE_DEPRECATED = `Explicitly specifying '*' for the whitelist in order to "accept all" is deprecated and will be removed in a future release; simply don't specify the whitelist flag in order to "accept all" agents`;

const ROLES_DEPRECATED =
  "The '--roles' flag is deprecated. This flag will be removed in the future. See the Mesos 0.27 upgrade notes for more information";

/** Checks the master's flags against each other, in Mesos's order and with its texts. */
export function masterSettings(flags: MasterFlagValues): Result<MasterSettings> {
  if (flags.ip !== undefined && flags.ip_discovery_command !== undefined) {
    return err(ONE_IP_SOURCE);
  }
  if (flags.agent_reregister_timeout < MIN_AGENT_REREGISTER_TIMEOUT) {
    return err(
      `Invalid value '${formatDuration(flags.agent_reregister_timeout)}' for --agent_reregister_timeout: Must be at least ${formatDuration(MIN_AGENT_REREGISTER_TIMEOUT)}`,
    );
  }
  const zk = flags.zk === undefined ? ok(undefined) : parseZkUrl(withScheme(flags.zk.value));
  if (zk.type === "error") {
    return err(`Error parsing ZooKeeper URL: ${zk.error}`);
  }
  const registry = registrySettings(flags);
  if (registry.type === "error") {
    return registry;
  }
  const removalLimit = parseRemovalLimit(flags.recovery_agent_removal_limit);
  if (removalLimit.type === "error") {
    return removalLimit;
  }
  const removalRate = parseRemovalRate(flags.agent_removal_rate_limit);
  if (removalRate.type === "error") {
    return removalRate;
  }
  const roleWhitelist = parseWhitelist(flags.roles);
  if (roleWhitelist.type === "error") {
    return roleWhitelist;
  }
  const weights = parseWeights(flags.weights, roleWhitelist.value);
  if (weights.type === "error") {
    return weights;
  }
  if (flags.offer_timeout !== undefined && flags.offer_timeout <= 0) {
    return err(
      `Invalid value '${formatDuration(flags.offer_timeout)}' for --offer_timeout: Must be greater than zero`,
    );
  }
  const minAllocatable = parseMinAllocatable(flags.min_allocatable_resources);
  if (minAllocatable.type === "error") {
    return minAllocatable;
  }
  return ok({
    roleWhitelist: roleWhitelist.value,
    weights: weights.value,
    minAllocatable: minAllocatable.value,
    agentRemovalRate: removalRate.value,
    recoveryAgentRemovalLimit: removalLimit.value,
    zk: zk.value,
    registry: registry.value,
    warnings: [
      ...(flags.roles === undefined ? [] : [ROLES_DEPRECATED]),
      ...(flags.whitelist === "*" ? [EVERYONE_DEPRECATED] : []),
      ...unusualResources(minAllocatable.value),
    ],
  });
}

/** Checks the agent's flags against each other, in Mesos's order and with its texts. */
export function agentSettings(flags: AgentFlagValues): Result<AgentSettings> {
  if (flags.master === undefined) {
    return err("Missing required option `--master` or `--master_detector`");
  }
  if (flags.ip !== undefined && flags.ip_discovery_command !== undefined) {
    return err(ONE_IP_SOURCE);
  }
  if (flags.registration_backoff_factor > MAX_REGISTRATION_BACKOFF) {
    return err(
      `Invalid value '${formatDuration(flags.registration_backoff_factor)}' for --registration_backoff_factor: Must be less than ${formatDuration(MAX_REGISTRATION_BACKOFF)}`,
    );
  }
  const master = parseMasterSource(flags.master.value);
  if (master.type === "error") {
    return master;
  }
  const oversubscription = oversubscriptionSettings(flags);
  if (oversubscription.type === "error") {
    return oversubscription;
  }
  return ok({
    master: master.value,
    // The flag's own validation has seen that every value is a string.
    executorEnvironment: flags.executor_environment_variables as
      | Readonly<Record<string, string>>
      | undefined,
    features: featuresOf(flags.agent_features),
    oversubscription: oversubscription.value,
  });
}

function featuresOf(features: AgentFlagValues["agent_features"]): string[] | undefined {
  const capabilities = (features as { capabilities?: unknown } | undefined)?.capabilities;
  return Array.isArray(capabilities)
    ? capabilities.flatMap((each: unknown) => {
        const type = (each as { type?: unknown } | null)?.type;
        return typeof type === "string" ? [type] : [];
      })
    : undefined;
}

/** `--zk=h1:2181,h2:2181/mesos` can mean one thing only, and guides write it so. */
function withScheme(zk: string): string {
  return /^\s*[\w.-]+:\d+[,/]/.test(zk) ? `${ZK_SCHEME}${zk.trim()}` : zk;
}

function registrySettings(flags: MasterFlagValues): Result<RegistrySettings> {
  if (flags.registry === "in_memory") {
    return ok({ type: "in_memory" });
  }
  if (flags.work_dir === undefined) {
    return err("--work_dir needed for replicated log based registry");
  }
  if (flags.zk !== undefined && flags.quorum === undefined) {
    return err("Need to specify --quorum for replicated log based registry when using ZooKeeper");
  }
  // Alone, this master's replica is the whole group.
  const quorum = flags.zk === undefined ? 1 : (flags.quorum ?? 1);
  return ok({ type: "replicated_log", workDir: flags.work_dir, quorum });
}

/** A percentage, as a share. */
function parseRemovalLimit(text: string): Result<number> {
  const invalid = (why: string) =>
    err(`Invalid value '${text}' for --recovery_agent_removal_percent_limit: ${why}`);
  if (!text.endsWith("%")) return invalid("missing '%'");
  const percentage = parseDouble(text.slice(0, -1));
  if (percentage.type === "error") return invalid(percentage.error);
  return percentage.value >= 0 && percentage.value <= 100
    ? ok(percentage.value / 100)
    : invalid("Must be within [0%-100%]");
}

/** `<Number of agents>/<Duration>`. */
function parseRemovalRate(text: string | undefined): Result<MasterSettings["agentRemovalRate"]> {
  if (text === undefined) return ok(undefined);
  const invalid = (why: string) =>
    err(`Invalid agent_removal_rate_limit: ${text}. Format is <Number of agents>/<Duration>${why}`);
  const [count, time, ...rest] = tokens(text, "/");
  if (count === undefined || time === undefined || rest.length > 0) return invalid("");
  const agents = parseInteger(count, 1, MAX_REMOVALS);
  if (agents.type === "error") return invalid(`: ${agents.error}`);
  const per = parseDuration(time);
  if (per.type === "error") return invalid(`: ${per.error}`);
  if (per.value <= 0) return invalid(": the duration must be positive");
  return ok({ agents: agents.value, perMs: per.value });
}

/** `*` may always be used. */
function parseWhitelist(text: string | undefined): Result<string[] | undefined> {
  if (text === undefined) {
    return ok(undefined);
  }
  const roles = parseRoles(text);
  return roles.type === "error"
    ? err(`Failed to parse roles: ${roles.error}`)
    : ok([...new Set([...roles.value, "*"])]);
}

function parseWeights(
  text: string | undefined,
  whitelist: readonly string[] | undefined,
): Result<Quantities> {
  const weights: Record<string, number> = {};
  for (const pair of tokens(text ?? "", ",")) {
    const [role, amount, ...rest] = tokens(pair, "=");
    if (role === undefined || amount === undefined || rest.length > 0) {
      return err(
        `Invalid weight: '${pair}'. --weights should be of the form 'role=weight,role=weight'`,
      );
    }
    if (whitelist !== undefined && !whitelist.includes(role)) {
      return err(`Invalid weight: '${pair}'. ${role} is not a valid role`);
    }
    const weight = parseDouble(amount);
    if (weight.type === "error" || !(weight.value > 0)) {
      return err(`Invalid weight: '${pair}'. Weights must be positive`);
    }
    weights[role] = weight.value;
  }
  return ok(weights);
}

/** `name:quantity` joined by `;`, sets of them joined by `|`. Zero quantities ask for nothing. */
export function parseMinAllocatable(text: string): Result<Quantities[]> {
  const sets: Quantities[] = [];
  for (const set of tokens(text, "|")) {
    const quantities = parseQuantities(set);
    if (quantities.type === "error") {
      return err(`Error parsing min_allocatable_resources '${text}': ${quantities.error}`);
    }
    sets.push(quantities.value);
  }
  return ok(sets);
}

function parseQuantities(text: string): Result<Quantities> {
  const quantities: Record<string, number> = {};
  for (const token of tokens(text, ";")) {
    const [name, amount, ...rest] = tokens(token, ":");
    if (name === undefined || amount === undefined || rest.length > 0) {
      return err(`Failed to parse '${token}': missing or extra ':'`);
    }
    const quantity = parseDouble(amount.trim());
    if (quantity.type === "error" || !Number.isFinite(quantity.value)) {
      return err(`Failed to parse '${amount}' to quantity: only scalar values are allowed`);
    }
    if (quantity.value < 0) {
      return err(`Failed to parse '${amount}' to quantity: negative values are not allowed`);
    }
    if (quantity.value > 0) {
      quantities[name.trim()] = (quantities[name.trim()] ?? 0) + quantity.value;
    }
  }
  return ok(quantities);
}

function unusualResources(sets: readonly Quantities[]): string[] {
  return sets
    .flatMap((set) => Object.keys(set))
    .filter((name) => !FIRST_CLASS_RESOURCES.includes(name))
    .map(
      (name) =>
        `Non-first-class resource '${name}' is configured as part of min_allocatable_resources`,
    );
}

/** Parts between separators, without empty ones. */
function tokens(text: string, separator: string): string[] {
  return text.split(separator).filter((part) => part !== "");
}
