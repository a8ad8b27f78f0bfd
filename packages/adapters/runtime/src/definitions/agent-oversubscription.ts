import { seconds, ZERO_DURATION } from "@mesos-ts/base";
import { supported } from "../flags/definition.ts";

/** What the agent lends beyond its own resources, and when it takes it back. */
export const oversubscriptionFlags = supported({
  resource_estimator: {
    type: "string",
    help: "Module that estimates what may be lent beyond the agent's resources: org_apache_mesos_FixedResourceEstimator, with its parameter `resources` in --modules. Without it nothing is lent.",
  },
  qos_controller: {
    type: "string",
    help: "Module that says when lent resources are taken back: org_apache_mesos_LoadQoSController, with its parameters `load_threshold_5min` and `load_threshold_15min` in --modules. Without it they never are.",
  },
  qos_correction_interval_min: {
    type: "duration",
    default: ZERO_DURATION,
    help: "Shortest time between two corrections; never below 1secs.",
  },
  oversubscribed_resources_interval: {
    type: "duration",
    default: seconds(15),
    help: "Time between two estimates; never below 100ms.",
  },
  modules: {
    type: "json",
    help: 'Modules to load, as JSON or file:///path of it: {"libraries": [{"file": "…", "modules": [{"name": "…", "parameters": [{"key": "…", "value": "…"}]}]}]}. Those named above are built in and their files never opened; others are refused.',
  },
  modules_dir: {
    type: "string",
    help: "Folder of files such as --modules takes, read in the order of their names. Excludes --modules.",
  },
});
