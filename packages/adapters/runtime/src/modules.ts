/** `--modules`: which of the built-in modules an agent uses, and with which parameters. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { err, mapErr, mapOk, ok, parseDouble, type Result } from "@mesos-ts/base";
import type { Json } from "./flags/definition.ts";
import { type ReadFile, readFlagFile } from "./flags/value.ts";

const FIXED_ESTIMATOR = "org_apache_mesos_FixedResourceEstimator";
const LOAD_CONTROLLER = "org_apache_mesos_LoadQoSController";
const KINDS: ReadonlyMap<string, string> = new Map([
  [FIXED_ESTIMATOR, "ResourceEstimator"],
  [LOAD_CONTROLLER, "QoSController"],
]);

/** More files than this are no folder of modules. */
const MAX_MANIFESTS = 1000;

export type EstimatorSettings =
  | { readonly type: "noop" }
  /** `resources` as they are written at the command line. */
  | { readonly type: "fixed"; readonly resources: string };

export type ControllerSettings =
  | { readonly type: "noop" }
  | {
      readonly type: "load";
      readonly threshold5Min: number | undefined;
      readonly threshold15Min: number | undefined;
    };

export interface OversubscriptionSettings {
  readonly estimator: EstimatorSettings;
  readonly controller: ControllerSettings;
}

export interface ModuleFlags {
  readonly modules: Json | undefined;
  readonly modules_dir: string | undefined;
  readonly resource_estimator: string | undefined;
  readonly qos_controller: string | undefined;
}

/** Where the manifests of `--modules_dir` come from. */
export interface ModuleFiles {
  readonly list: (folder: string) => Result<readonly string[]>;
  readonly read: ReadFile;
}

type Parameters = ReadonlyMap<string, string>;
type Modules = ReadonlyMap<string, Parameters>;

export function oversubscriptionSettings(
  flags: ModuleFlags,
  files: ModuleFiles = DISK,
): Result<OversubscriptionSettings> {
  if (flags.modules !== undefined && flags.modules_dir !== undefined) {
    return err("Only one of --modules or --modules_dir should be specified");
  }
  const loaded = loadModules(flags, files);
  if (loaded.type === "error") return mapErr(loaded, (why) => `Error loading modules: ${why}`);
  const estimator = createEstimator(loaded.value, flags.resource_estimator);
  if (estimator.type === "error") {
    return err(
      `Failed to create resource estimator: Failed to create resource estimator module '${flags.resource_estimator}': ${estimator.error}`,
    );
  }
  const controller = createController(loaded.value, flags.qos_controller);
  if (controller.type === "error") {
    return err(
      `Failed to create QoS Controller: Failed to create QoS Controller module '${flags.qos_controller}': ${controller.error}`,
    );
  }
  return ok({ estimator: estimator.value, controller: controller.value });
}

function loadModules({ modules, modules_dir }: ModuleFlags, files: ModuleFiles): Result<Modules> {
  const known = new Map<string, Parameters>();
  if (modules !== undefined) return mapOk(addManifest(known, modules), () => known);
  if (modules_dir === undefined) return ok(known);
  const names = files.list(modules_dir);
  if (names.type === "error") {
    return err(`Error loading module manifests from '${modules_dir}' directory: ${names.error}`);
  }
  for (const name of [...names.value].sort()) {
    const path = join(modules_dir, name);
    const text = files.read(path);
    if (text.type === "error") {
      return err(`Error reading module manifest file '${path}': ${text.error}`);
    }
    const manifest = parseManifest(text.value);
    if (manifest.type === "error") {
      return err(`Error parsing module manifest file '${path}': ${manifest.error}`);
    }
    const added = addManifest(known, manifest.value);
    if (added.type === "error") {
      return err(`Error loading modules from '${path}': ${added.error}`);
    }
  }
  return ok(known);
}

function parseManifest(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text));
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : String(cause));
  }
}

function addManifest(known: Map<string, Parameters>, manifest: unknown): Result<void> {
  for (const library of items(manifest, "libraries")) {
    if (text(library, "file") === undefined && text(library, "name") === undefined) {
      return err("Library name or path not provided");
    }
    for (const module of items(library, "modules")) {
      const added = addModule(known, library, module);
      if (added.type === "error") return added;
    }
  }
  return ok(undefined);
}

function addModule(
  known: Map<string, Parameters>,
  library: unknown,
  module: unknown,
): Result<void> {
  const name = text(module, "name");
  if (name === undefined) {
    const path = text(library, "file") ?? text(library, "name");
    return err(`Error: module name not provided with library '${path}'`);
  }
  if (!KINDS.has(name)) {
    const builtIn = [...KINDS.keys()].join(" and ");
    return err(
      `Error loading module '${name}': this release builds in ${builtIn} and loads no others, see docs/compatibility.md`,
    );
  }
  if (known.has(name)) {
    return err(`Error loading module '${name}'; this is potentially due to duplicate module names`);
  }
  const parameters = new Map<string, string>();
  for (const parameter of items(module, "parameters")) {
    parameters.set(text(parameter, "key") ?? "", text(parameter, "value") ?? "");
  }
  known.set(name, parameters);
  return ok(undefined);
}

/** The parameters of a module of that kind. */
function find(modules: Modules, name: string, kind: string): Result<Parameters> {
  const parameters = modules.get(name);
  if (parameters === undefined) return err(`Module '${name}' unknown`);
  const own = KINDS.get(name);
  return own === kind
    ? ok(parameters)
    : err(
        `Error creating module instance for '${name}': module is of kind '${own}', but the requested kind is '${kind}'`,
      );
}

function createEstimator(modules: Modules, name: string | undefined): Result<EstimatorSettings> {
  if (name === undefined) return ok({ type: "noop" });
  const parameters = find(modules, name, "ResourceEstimator");
  if (parameters.type === "error") return parameters;
  const resources = parameters.value.get("resources");
  return resources === undefined
    ? err(`Error creating Module instance for '${name}': its parameter 'resources' is missing`)
    : ok({ type: "fixed", resources });
}

function createController(modules: Modules, name: string | undefined): Result<ControllerSettings> {
  if (name === undefined) return ok({ type: "noop" });
  const parameters = find(modules, name, "QoSController");
  if (parameters.type === "error") return parameters;
  const failed = `Error creating Module instance for '${name}'`;
  const thresholds: (number | undefined)[] = [];
  for (const minutes of [5, 15]) {
    const value = parameters.value.get(`load_threshold_${minutes}min`);
    const parsed = value === undefined ? ok(undefined) : parseDouble(value);
    if (parsed.type === "error") {
      return err(`${failed}: Failed to parse ${minutes} min load threshold: ${parsed.error}`);
    }
    thresholds.push(parsed.value);
  }
  const [threshold5Min, threshold15Min] = thresholds;
  return threshold5Min === undefined && threshold15Min === undefined
    ? err(`${failed}: No load thresholds are configured for LoadQoSController`)
    : ok({ type: "load", threshold5Min, threshold15Min });
}

/** What stands in a list of a JSON object; nothing where there is none. */
function items(json: unknown, field: string): readonly unknown[] {
  const list = (json as Readonly<Record<string, unknown>> | null)?.[field];
  return Array.isArray(list) ? list : [];
}

function text(json: unknown, field: string): string | undefined {
  const value = (json as Readonly<Record<string, unknown>> | null)?.[field];
  return typeof value === "string" ? value : undefined;
}

const DISK: ModuleFiles = {
  list: (folder) => {
    try {
      const names = readdirSync(folder);
      return names.length > MAX_MANIFESTS
        ? err(`it has ${names.length} files, more than ${MAX_MANIFESTS}`)
        : ok(names);
    } catch (cause) {
      return err(cause instanceof Error ? cause.message : String(cause));
    }
  },
  read: readFlagFile,
};
