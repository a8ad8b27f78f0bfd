/** A way in which our replies differ from those of Apache Mesos, on purpose. */
export interface Difference {
  /** Names of recordings. */
  readonly where: RegExp;
  /** The difference's line. */
  readonly what: RegExp;
  readonly why: string;
  /** What docs/compatibility.md begins to say it with. */
  readonly stands: string;
  /** The recordings that it is found in: all of golden/http, or the session about credentials. */
  readonly scope: "http" | "auth";
}

/** What docs/compatibility.md says in words, for the endpoints. */
export const DIFFERENCES: readonly Difference[] = [
  {
    where: /_version$|_state|^agent_get_slave_state$/,
    what: /^-\.(get_version\.version_info\.)?git_(sha|branch)$/,
    why: "a program that runs from its source has no commit that it was built from",
    stands: "| `/version`, `/state` |",
    scope: "http",
  },
  {
    where: /^master_get_state_json$/,
    what: /^(status 200|headers|text) /,
    why: "/state.json is served as an alias of /state",
    stands: "| `.json` endpoints",
    scope: "http",
  },
  {
    where: /^master_get_root$/,
    what: /^headers /,
    why: "the console has a strict Content-Security-Policy and its companions",
    stands: "| `GET /` |",
    scope: "http",
  },
  {
    where: /^(master_get_metrics|auth 36 .*)$/,
    what: /^-\.allocator\/mesos\/allocation_run(_latency)?_ms/,
    why: "an allocator at rest does not run, so its timers appear with its first run",
    stands: "| metrics of the allocator's runs |",
    scope: "http",
  },
  {
    where: /^master_(get|v1_get)_(agents|frameworks|roles|slaves|state)/,
    what: /^\+.*\.(offered|offers|offered_resources\w*|resources)(\.\w+|\[\])?$/,
    why: "freed resources are offered at once while the cluster is quiet, so there are offers",
    stands: "| freed resources |",
    scope: "http",
  },
  {
    where: /^agent_(get_state_running|v1_get_(executors|state))$/,
    what: /^(\+.*\.completed_executors\[\]|-.*\.executors\[\]\.completed_tasks\[\])$/,
    why: "command tasks have no executor process that lingers for a second after them",
    stands: "| a finished command task's executor |",
    scope: "http",
  },
  {
    where: /^auth \d+ .* (401|403)$/,
    what: /^(status|headers|text) /,
    why: "authentication and authorization are not built: nobody is refused",
    stands: "Authentication, authorization,",
    scope: "auth",
  },
  {
    where: /^auth \d+ GET \/(state|flags) /,
    what: /^(\+\.(cluster|flags)|[+-]\.flags\.\w+)$/,
    why: "flags about credentials are refused, and nothing of the others is hidden from anybody",
    stands: "Authentication, authorization,",
    scope: "auth",
  },
  {
    where: /^auth /,
    what: /^-\.(get_version\.version_info\.)?git_(sha|branch)$/,
    why: "a program that runs from its source has no commit that it was built from, with credentials or without",
    stands: "| `/version`, `/state` |",
    scope: "auth",
  },
];
