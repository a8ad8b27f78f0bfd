import { err, ok } from "@mesos-ts/base";
import { describe, expect, test } from "vitest";
import { type ModuleFiles, type ModuleFlags, oversubscriptionSettings } from "./modules.ts";

const FIXED = "org_apache_mesos_FixedResourceEstimator";
const LOAD = "org_apache_mesos_LoadQoSController";

const module = (name: string | undefined, parameters: Readonly<Record<string, string>> = {}) => ({
  name,
  parameters: Object.entries(parameters).map(([key, value]) => ({ key, value })),
});
const manifest = (...modules: readonly object[]) => ({
  libraries: [{ file: "/usr/lib/libmodules.so", modules }],
});

function settings(flags: Partial<ModuleFlags>, files?: ModuleFiles) {
  const none = { modules: undefined, modules_dir: undefined };
  return oversubscriptionSettings(
    { ...none, resource_estimator: undefined, qos_controller: undefined, ...flags },
    files,
  );
}

describe("modules", () => {
  test("are none without flags", () => {
    expect(settings({})).toEqual(ok({ estimator: { type: "noop" }, controller: { type: "noop" } }));
  });

  test("that are loaded do nothing until they are asked for", () => {
    const modules = manifest(module(FIXED, { resources: "cpus:1" }), module(LOAD));
    expect(settings({ modules })).toEqual(settings({}));
  });

  test("get their parameters", () => {
    const modules = manifest(
      module(FIXED, { resources: "cpus:4;mem:512" }),
      module(LOAD, { load_threshold_5min: "6.5", load_threshold_15min: "4" }),
    );
    const flags = { modules, resource_estimator: FIXED, qos_controller: LOAD };
    expect(settings(flags)).toEqual(
      ok({
        estimator: { type: "fixed", resources: "cpus:4;mem:512" },
        controller: { type: "load", threshold5Min: 6.5, threshold15Min: 4 },
      }),
    );
  });

  test("may have one threshold only", () => {
    const modules = manifest(module(LOAD, { load_threshold_15min: "4" }));
    expect(settings({ modules, qos_controller: LOAD })).toMatchObject({
      value: { controller: { threshold5Min: undefined, threshold15Min: 4 } },
    });
  });

  const unknown = `this release builds in ${FIXED} and ${LOAD} and loads no others, see docs/compatibility.md`;
  test.each<[string, Partial<ModuleFlags>, string]>([
    [
      "both flags",
      { modules: manifest(), modules_dir: "/modules" },
      "Only one of --modules or --modules_dir should be specified",
    ],
    [
      "another module",
      { modules: manifest(module("com_example_Hook")) },
      `Error loading modules: Error loading module 'com_example_Hook': ${unknown}`,
    ],
    [
      "a module without a name",
      { modules: manifest(module(undefined)) },
      "Error loading modules: Error: module name not provided with library '/usr/lib/libmodules.so'",
    ],
    [
      "a library without a name",
      { modules: { libraries: [{ modules: [] }] } },
      "Error loading modules: Library name or path not provided",
    ],
    [
      "a module twice",
      { modules: manifest(module(LOAD), module(LOAD)) },
      `Error loading modules: Error loading module '${LOAD}'; this is potentially due to duplicate module names`,
    ],
    [
      "an estimator that is not loaded",
      { resource_estimator: FIXED },
      `Failed to create resource estimator: Failed to create resource estimator module '${FIXED}': Module '${FIXED}' unknown`,
    ],
    [
      "a controller as an estimator",
      { modules: manifest(module(LOAD)), resource_estimator: LOAD },
      `Failed to create resource estimator: Failed to create resource estimator module '${LOAD}': Error creating module instance for '${LOAD}': module is of kind 'QoSController', but the requested kind is 'ResourceEstimator'`,
    ],
    [
      "an estimator without resources",
      { modules: manifest(module(FIXED)), resource_estimator: FIXED },
      `Failed to create resource estimator: Failed to create resource estimator module '${FIXED}': Error creating Module instance for '${FIXED}': its parameter 'resources' is missing`,
    ],
    [
      "a controller without thresholds",
      { modules: manifest(module(LOAD)), qos_controller: LOAD },
      `Failed to create QoS Controller: Failed to create QoS Controller module '${LOAD}': Error creating Module instance for '${LOAD}': No load thresholds are configured for LoadQoSController`,
    ],
    [
      "a threshold that is no number",
      {
        modules: manifest(module(LOAD, { load_threshold_5min: "high" })),
        qos_controller: LOAD,
      },
      `Failed to create QoS Controller: Failed to create QoS Controller module '${LOAD}': Error creating Module instance for '${LOAD}': Failed to parse 5 min load threshold: Failed to convert 'high' to number`,
    ],
  ])("refuse %s", (_, flags, error) => {
    expect(settings(flags)).toEqual(err(error));
  });
});

describe("--modules_dir", () => {
  const files = (texts: Readonly<Record<string, string>>): ModuleFiles => ({
    list: () => ok(Object.keys(texts)),
    read: (path) => {
      const text = texts[path.slice("/modules/".length)];
      return text === undefined ? err("No such file or directory") : ok(text);
    },
  });
  const flags = { modules_dir: "/modules", resource_estimator: FIXED };

  test("is read in the order of names", () => {
    const texts = {
      "2.json": JSON.stringify(manifest(module("com_example_B"))),
      "1.json": JSON.stringify(manifest(module("com_example_A"))),
    };
    expect(settings(flags, files(texts))).toMatchObject({
      error: expect.stringMatching(
        /^Error loading modules: Error loading modules from '\/modules\/1\.json': Error loading module 'com_example_A'/,
      ),
    });
  });

  test("brings modules with their parameters", () => {
    const texts = { "1.json": JSON.stringify(manifest(module(FIXED, { resources: "cpus:1" }))) };
    expect(settings(flags, files(texts))).toMatchObject({
      value: { estimator: { type: "fixed", resources: "cpus:1" } },
    });
  });

  test("that holds no JSON is refused", () => {
    expect(settings(flags, files({ "1.json": "no" }))).toMatchObject({
      error: expect.stringMatching(
        /^Error loading modules: Error parsing module manifest file '\/modules\/1\.json': /,
      ),
    });
  });

  test("that is not there is refused", () => {
    expect(settings({ modules_dir: "/nowhere/modules" })).toMatchObject({
      error: expect.stringMatching(
        /^Error loading modules: Error loading module manifests from '\/nowhere\/modules' directory: /,
      ),
    });
  });
});
