/**
 * What the page reads of the master's v1 API and of `/state-summary`; everything may be missing.
 * Types only.
 *
 * @typedef {import("./resources.js").Resource} Resource
 * @typedef {{readonly value?: string}} Id
 * @typedef {{readonly value?: string, readonly parent?: ContainerId}} ContainerId
 * @typedef {{readonly nanoseconds?: number | string}} TimeInfo
 *
 * @typedef {{readonly task_id?: Id, readonly state?: string, readonly message?: string,
 *   readonly reason?: string, readonly source?: string, readonly timestamp?: number,
 *   readonly healthy?: boolean,
 *   readonly container_status?: {readonly container_id?: ContainerId}}} TaskStatus
 *
 * @typedef {{readonly name?: string, readonly task_id?: Id, readonly framework_id?: Id,
 *   readonly executor_id?: Id, readonly agent_id?: Id, readonly state?: string,
 *   readonly resources?: readonly Resource[], readonly statuses?: readonly TaskStatus[]}} WireTask
 *
 * @typedef {{readonly name?: string, readonly text?: {readonly value?: string},
 *   readonly scalar?: {readonly value?: number},
 *   readonly ranges?: {readonly range?: readonly {readonly begin?: number, readonly end?: number}[]},
 *   readonly set?: {readonly item?: readonly string[]}}} WireAttribute
 *
 * @typedef {{readonly id?: Id, readonly hostname?: string, readonly port?: number,
 *   readonly resources?: readonly Resource[],
 *   readonly attributes?: readonly WireAttribute[]}} AgentInfo
 *
 * @typedef {{readonly active?: boolean, readonly deactivated?: boolean,
 *   readonly drain_info?: {readonly state?: string}}} AgentStanding
 *
 * @typedef {AgentStanding & {readonly agent_info?: AgentInfo,
 *   readonly version?: string, readonly pid?: string,
 *   readonly registered_time?: TimeInfo, readonly reregistered_time?: TimeInfo,
 *   readonly total_resources?: readonly Resource[]}} WireAgent
 *
 * @typedef {{readonly id?: Id, readonly name?: string, readonly user?: string,
 *   readonly role?: string, readonly roles?: readonly string[], readonly principal?: string,
 *   readonly hostname?: string, readonly webui_url?: string}} FrameworkInfo
 *
 * @typedef {{readonly framework_info?: FrameworkInfo, readonly active?: boolean,
 *   readonly connected?: boolean, readonly recovered?: boolean,
 *   readonly registered_time?: TimeInfo,
 *   readonly unregistered_time?: TimeInfo}} WireFramework
 *
 * @typedef {{
 *   readonly get_tasks?: {readonly tasks?: readonly WireTask[],
 *     readonly unreachable_tasks?: readonly WireTask[],
 *     readonly completed_tasks?: readonly WireTask[]},
 *   readonly get_frameworks?: {readonly frameworks?: readonly WireFramework[],
 *     readonly completed_frameworks?: readonly WireFramework[]},
 *   readonly get_agents?: {readonly agents?: readonly WireAgent[],
 *     readonly recovered_agents?: readonly AgentInfo[]}}} GetState
 *
 * @typedef {{readonly type?: string,
 *   readonly subscribed?: {readonly get_state?: GetState,
 *     readonly heartbeat_interval_seconds?: number},
 *   readonly task_added?: {readonly task?: WireTask},
 *   readonly task_updated?: {readonly framework_id?: Id, readonly status?: TaskStatus,
 *     readonly state?: string},
 *   readonly agent_added?: {readonly agent?: WireAgent},
 *   readonly agent_removed?: {readonly agent_id?: Id},
 *   readonly framework_added?: {readonly framework?: WireFramework},
 *   readonly framework_updated?: {readonly framework?: WireFramework},
 *   readonly framework_removed?: {readonly framework_info?: FrameworkInfo}}} OperatorEvent
 *
 * @typedef {AgentStanding & {readonly id?: string,
 *   readonly resources?: Readonly<Record<string, unknown>>,
 *   readonly used_resources?: Readonly<Record<string, unknown>>,
 *   readonly offered_resources?: Readonly<Record<string, unknown>>}} SummaryAgent
 *
 * @typedef {{readonly id?: string, readonly active?: boolean, readonly connected?: boolean,
 *   readonly used_resources?: Readonly<Record<string, unknown>>,
 *   readonly offered_resources?: Readonly<Record<string, unknown>>}} SummaryFramework
 *
 * @typedef {{readonly cluster?: string, readonly hostname?: string,
 *   readonly slaves?: readonly SummaryAgent[],
 *   readonly frameworks?: readonly SummaryFramework[]}} StateSummary
 *
 * @typedef {{readonly get_master?: {readonly start_time?: number, readonly elected_time?: number,
 *   readonly master_info?: {readonly hostname?: string, readonly port?: number,
 *     readonly version?: string, readonly pid?: string}}}} GetMaster
 */

export {};
