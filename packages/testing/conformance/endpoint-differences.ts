/** A way in which our replies differ from those of Apache Mesos, on purpose. */
export interface Difference {
  /** Names of recordings. */
  readonly where: RegExp;
  /** The difference's line. */
  readonly what: RegExp;
  readonly why: string;
}

/** What docs/compatibility.md says in words, for the endpoints. */
export const DIFFERENCES: readonly Difference[] = [
  {
    where: /_version$|_state|^agent_get_slave_state$/,
    what: /^-\.(get_version\.version_info\.)?git_(sha|branch)$/,
    why: "a program that runs from its source has no commit that it was built from",
  },
  {
    where: /^master_get_(flags|state)/,
    what: /^-\.flags\.quorum$/,
    why: "there is no replicated log yet, so there is no quorum to be told",
  },
  {
    where: /^master_get_state_json$/,
    what: /^(status 200|headers|text) /,
    why: "/state.json is served as an alias of /state",
  },
  {
    where: /^master_get_root$/,
    what: /^headers /,
    why: "the console has a strict Content-Security-Policy and its companions",
  },
  {
    where: /^master_get_metrics$/,
    what: /^-\.allocator\/mesos\/allocation_run(_latency)?_ms/,
    why: "an allocator at rest does not run, so its timers appear with its first run",
  },
  {
    where: /^master_(get|v1_get)_(agents|frameworks|roles|slaves|state)/,
    what: /^\+.*\.(offered|offers|offered_resources\w*|resources)(\.\w+|\[\])?$/,
    why: "freed resources are offered at once while the cluster is quiet, so there are offers",
  },
  {
    where: /^agent_(get_state_running|v1_get_(executors|state))$/,
    what: /^(\+.*\.completed_executors\[\]|-.*\.executors\[\]\.completed_tasks\[\])$/,
    why: "command tasks have no executor process that lingers for a second after them",
  },
];
