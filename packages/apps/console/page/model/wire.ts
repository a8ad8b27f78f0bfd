/** What the page reads of the master's and agents' answers. Everything may be missing. */

/** One entry of a list of resources, as the v1 API shows it. */
export interface Resource {
  readonly name?: string;
  readonly type?: string;
  readonly scalar?: { readonly value?: number };
  readonly ranges?: {
    readonly range?: readonly { readonly begin?: number; readonly end?: number }[];
  };
  readonly role?: string;
  readonly reservation?: { readonly principal?: string };
  readonly reservations?: readonly Reservation[];
  readonly allocation_info?: { readonly role?: string };
  readonly disk?: { readonly persistence?: { readonly id?: string } };
  readonly revocable?: object;
}

export interface Reservation {
  readonly type?: string;
  readonly role?: string;
  readonly principal?: string;
}

export interface Id {
  readonly value?: string;
}

export interface ContainerId {
  readonly value?: string;
  readonly parent?: ContainerId;
}

export interface TimeInfo {
  readonly nanoseconds?: number | string;
}

export interface TaskStatus {
  readonly task_id?: Id;
  readonly state?: string;
  readonly message?: string;
  readonly reason?: string;
  readonly source?: string;
  readonly timestamp?: number;
  readonly healthy?: boolean;
  readonly container_status?: { readonly container_id?: ContainerId };
}

export interface WireTask {
  readonly name?: string;
  readonly task_id?: Id;
  readonly framework_id?: Id;
  readonly executor_id?: Id;
  readonly agent_id?: Id;
  readonly state?: string;
  readonly resources?: readonly Resource[];
  readonly statuses?: readonly TaskStatus[];
}

export interface WireAttribute {
  readonly name?: string;
  readonly text?: { readonly value?: string };
  readonly scalar?: { readonly value?: number };
  readonly ranges?: {
    readonly range?: readonly { readonly begin?: number; readonly end?: number }[];
  };
  readonly set?: { readonly item?: readonly string[] };
}

export interface AgentInfo {
  readonly id?: Id;
  readonly hostname?: string;
  readonly port?: number;
  readonly resources?: readonly Resource[];
  readonly attributes?: readonly WireAttribute[];
}

export interface AgentStanding {
  readonly active?: boolean;
  readonly deactivated?: boolean;
  readonly drain_info?: {
    readonly state?: string;
    readonly config?: { readonly mark_gone?: boolean };
  };
}

export interface WireAgent extends AgentStanding {
  readonly agent_info?: AgentInfo;
  readonly version?: string;
  readonly pid?: string;
  readonly registered_time?: TimeInfo;
  readonly reregistered_time?: TimeInfo;
  readonly total_resources?: readonly Resource[];
}

export interface FrameworkInfo {
  readonly id?: Id;
  readonly name?: string;
  readonly user?: string;
  readonly role?: string;
  readonly roles?: readonly string[];
  readonly principal?: string;
  readonly hostname?: string;
  readonly webui_url?: string;
  readonly failover_timeout?: number;
  readonly checkpoint?: boolean;
}

export interface WireFramework {
  readonly framework_info?: FrameworkInfo;
  readonly active?: boolean;
  readonly connected?: boolean;
  readonly recovered?: boolean;
  readonly registered_time?: TimeInfo;
  readonly reregistered_time?: TimeInfo;
  readonly unregistered_time?: TimeInfo;
  readonly offers?: readonly WireOffer[];
  readonly inverse_offers?: readonly WireInverseOffer[];
}

export interface WireOffer {
  readonly id?: Id;
  readonly framework_id?: Id;
  readonly agent_id?: Id;
  readonly hostname?: string;
  readonly resources?: readonly Resource[];
  readonly allocation_info?: { readonly role?: string };
  readonly unavailability?: Unavailability;
}

export interface WireInverseOffer {
  readonly id?: Id;
  readonly framework_id?: Id;
  readonly agent_id?: Id;
  readonly unavailability?: Unavailability;
}

export interface Unavailability {
  readonly start?: TimeInfo;
  readonly duration?: TimeInfo;
}

export interface GetState {
  readonly get_tasks?: {
    readonly tasks?: readonly WireTask[];
    readonly unreachable_tasks?: readonly WireTask[];
    readonly completed_tasks?: readonly WireTask[];
  };
  readonly get_frameworks?: {
    readonly frameworks?: readonly WireFramework[];
    readonly completed_frameworks?: readonly WireFramework[];
  };
  readonly get_agents?: {
    readonly agents?: readonly WireAgent[];
    readonly recovered_agents?: readonly AgentInfo[];
  };
}

export interface OperatorEvent {
  readonly type?: string;
  readonly subscribed?: {
    readonly get_state?: GetState;
    readonly heartbeat_interval_seconds?: number;
  };
  readonly task_added?: { readonly task?: WireTask };
  readonly task_updated?: {
    readonly framework_id?: Id;
    readonly status?: TaskStatus;
    readonly state?: string;
  };
  readonly agent_added?: { readonly agent?: WireAgent };
  readonly agent_removed?: { readonly agent_id?: Id };
  readonly framework_added?: { readonly framework?: WireFramework };
  readonly framework_updated?: { readonly framework?: WireFramework };
  readonly framework_removed?: { readonly framework_info?: FrameworkInfo };
}

export interface SummaryAgent extends AgentStanding {
  readonly id?: string;
  readonly used_resources?: Readonly<Record<string, unknown>>;
  readonly offered_resources?: Readonly<Record<string, unknown>>;
}

export interface SummaryFramework {
  readonly id?: string;
  readonly active?: boolean;
  readonly connected?: boolean;
  readonly used_resources?: Readonly<Record<string, unknown>>;
  readonly offered_resources?: Readonly<Record<string, unknown>>;
}

export interface StateSummary {
  readonly cluster?: string;
  readonly hostname?: string;
  readonly slaves?: readonly SummaryAgent[];
  readonly frameworks?: readonly SummaryFramework[];
}

export interface GetMaster {
  readonly get_master?: {
    readonly start_time?: number;
    readonly elected_time?: number;
    readonly master_info?: {
      readonly id?: string;
      readonly hostname?: string;
      readonly port?: number;
      readonly version?: string;
    };
  };
}

/** An object of amounts, as `/roles` has it: numbers, and texts for ranges and sets. */
export type AmountsObject = Readonly<Record<string, unknown>>;

export interface WireRole {
  readonly name?: string;
  readonly weight?: number;
  readonly frameworks?: readonly string[];
  readonly allocated?: AmountsObject;
  readonly offered?: AmountsObject;
  readonly reserved?: AmountsObject;
  readonly quota?: {
    readonly guarantee?: AmountsObject;
    readonly limit?: AmountsObject;
    readonly consumed?: AmountsObject;
  };
}

export interface MachineId {
  readonly hostname?: string;
  readonly ip?: string;
}

export interface MaintenanceWindow {
  readonly machine_ids?: readonly MachineId[];
  readonly unavailability?: Unavailability;
}

export interface Schedule {
  readonly windows?: readonly MaintenanceWindow[];
}

export interface ClusterStatus {
  readonly draining_machines?: readonly {
    readonly id?: MachineId;
    readonly statuses?: readonly {
      readonly framework_id?: Id;
      readonly status?: string;
      readonly timestamp?: TimeInfo;
    }[];
  }[];
  readonly down_machines?: readonly MachineId[];
}

export interface Registry {
  readonly unreachable?: {
    readonly slaves?: readonly { readonly id?: Id; readonly timestamp?: TimeInfo }[];
  };
  readonly gone?: {
    readonly slaves?: readonly { readonly id?: Id; readonly timestamp?: TimeInfo }[];
  };
}
