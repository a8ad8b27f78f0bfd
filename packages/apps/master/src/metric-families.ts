/** What the master's metrics are for Prometheus. */
import {
  counter,
  type Families,
  gauge,
  type MetricFamily,
  omitted,
  omittedTimer,
  resourceFamilies,
} from "@mesos-ts/transport";

const SECONDS_PER_MS = 1e-3;

const ITSELF: Families = [
  gauge("master/elected", "mesos_master_elected", "1 while this master leads."),
  gauge("master/uptime_secs", "mesos_master_uptime_seconds", "Time since this master's start."),
  gauge(
    "master/event_queue_{kind}",
    "mesos_master_event_queue_length",
    "Events that wait for the master, by kind.",
  ),
  gauge(
    "master/operator_event_stream_subscribers",
    "mesos_master_operator_event_stream_subscribers",
    "Operators that listen to the event stream.",
  ),
  counter(
    "master/http_cache_hits",
    "mesos_master_http_cache_hits_total",
    "Replies that were made of what was rendered for an earlier one.",
  ),
  counter(
    "master/messages_{message}",
    "mesos_master_messages_total",
    "Messages from agents and schedulers, by name.",
  ),
  counter(
    "master/dropped_messages",
    "mesos_master_messages_dropped_total",
    "Messages that could not be read, or came while this master did not lead.",
  ),
  counter(
    "master/{verdict:valid|invalid}_{message}",
    "mesos_master_messages_checked_total",
    "Messages that were found to be valid or not, by name.",
  ),
];

const AGENTS: Families = [
  gauge("master/slaves_{state}", "mesos_master_agents_{state}", "Agents that are {state}."),
  counter(
    "master/slave_registrations",
    "mesos_master_agent_registrations_total",
    "Agents that registered for the first time.",
  ),
  counter(
    "master/slave_reregistrations",
    "mesos_master_agent_reregistrations_total",
    "Agents that registered again.",
  ),
  counter("master/slave_removals", "mesos_master_agent_removals_total", "Agents removed."),
  counter(
    "master/slave_removals/reason_{reason}",
    "mesos_master_agent_removals_by_reason_total",
    "Agents removed, by reason.",
  ),
  counter(
    "master/recovery_slave_removals",
    "mesos_master_recovery_agent_removals_total",
    "Agents that did not come back to a new leader in time.",
  ),
  counter(
    "master/slave_{what:shutdowns|unreachable}_{outcome}",
    "mesos_master_agent_{what}_{outcome}_total",
    "Agents that fail health checks: {what} {outcome}.",
  ),
];

const FRAMEWORKS: Families = [
  gauge(
    "master/frameworks_{state}",
    "mesos_master_frameworks_{state}",
    "Frameworks that are {state}.",
  ),
  gauge("master/outstanding_offers", "mesos_master_outstanding_offers", "Offers not yet answered."),
  ...framework("subscribed", "subscribed", "gauge", "1 while the framework is connected."),
  ...framework("calls/{type}", "calls_total", "counter", "Calls of a framework, by type."),
  ...framework("events/{type}", "events_total", "counter", "Events sent to a framework, by type."),
  ...framework("offers/{outcome}", "offers_total", "counter", "Offers to a framework, by outcome."),
  ...framework("operations/{type}", "operations_total", "counter", "Operations, by type."),
  ...framework("tasks/active/{state}", "tasks_active", "gauge", "Its tasks, by state."),
  ...framework("tasks/terminal/{state}", "tasks_ended_total", "counter", "Its tasks that ended."),
  ...framework("roles/{role...}/suppressed", "role_suppressed", "gauge", "1: it wants no offers."),
  omitted("master/frameworks/{framework}/{framework_id}/{sum:calls|events|operations}"),
];

function framework(
  key: string,
  name: string,
  type: "counter" | "gauge",
  help: string,
): MetricFamily[] {
  const full = `master/frameworks/{framework}/{framework_id}/${key}`;
  return [{ key: full, name: `mesos_master_framework_${name}`, type, help }];
}

const TASKS: Families = [
  gauge(
    "master/tasks_{state:staging|starting|running|killing|unreachable}",
    "mesos_master_tasks_{state}",
    "Tasks that are {state}.",
  ),
  counter("master/tasks_{state}", "mesos_master_tasks_{state}_total", "Tasks that ended: {state}."),
  counter(
    "master/task_{state}/source_{source}/reason_{reason}",
    "mesos_master_task_reasons_total",
    "Task states with who reported them, and why.",
  ),
  omitted("master/operations/{state}"),
  gauge(
    "master/operations/{type}/{state:pending|recovering|unreachable}",
    "mesos_master_operations_active",
    "Offer operations under way, by type and state.",
  ),
  counter(
    "master/operations/{type}/total",
    "mesos_master_operations_seen_total",
    "Offer operations, by type.",
  ),
  counter(
    "master/operations/{type}/{state}",
    "mesos_master_operations_ended_total",
    "Offer operations that ended, by type and state.",
  ),
];

const ALLOCATOR: Families = [
  counter(
    "allocator/mesos/allocation_runs",
    "mesos_allocator_allocation_runs_total",
    "Cycles of the allocator.",
  ),
  gauge(
    "allocator/mesos/event_queue_dispatches",
    "mesos_allocator_event_queue_length",
    "Events that wait for the allocator.",
  ),
  omitted("allocator/event_queue_dispatches"),
  gauge(
    "allocator/mesos/resources/{resource}/total",
    "mesos_allocator_resource_capacity",
    "What there is of a resource; mem and disk in MB.",
  ),
  gauge(
    "allocator/mesos/resources/{resource}/offered_or_allocated",
    "mesos_allocator_resource_offered_or_allocated",
    "What of a resource is offered or allocated; mem and disk in MB.",
  ),
  gauge(
    "allocator/mesos/quota/roles/{role...}/resources/{resource}/{what}",
    "mesos_allocator_quota_{what}",
    "Quota of a role: {what}; mem and disk in MB.",
  ),
  gauge(
    "allocator/mesos/offer_filters/roles/{role...}/active",
    "mesos_allocator_offer_filters_active",
    "Offer filters of a role's frameworks.",
  ),
  gauge(
    "allocator/mesos/roles/{role...}/shares/dominant",
    "mesos_allocator_dominant_share_ratio",
    "A role's share of the resource that it has most of.",
  ),
  ...omittedTimer("allocator/mesos/allocation_run"),
  ...omittedTimer("allocator/mesos/allocation_run_latency"),
];

const REGISTRAR: Families = [
  gauge(
    "registrar/queued_operations",
    "mesos_registrar_queued_operations",
    "Changes of the registry that wait.",
  ),
  gauge(
    "registrar/registry_size_bytes",
    "mesos_registrar_registry_size_bytes",
    "Size of the registry.",
  ),
  gauge(
    "registrar/state_fetch_ms",
    "mesos_registrar_state_fetch_seconds",
    "How long reading the registry took.",
    SECONDS_PER_MS,
  ),
  ...omittedTimer("registrar/state_store"),
  gauge(
    "registrar/log/ensemble_size",
    "mesos_registrar_log_ensemble_size",
    "Replicas of the log that this master knows.",
  ),
  gauge(
    "registrar/log/recovered",
    "mesos_registrar_log_recovered",
    "1 when this master's replica votes.",
  ),
];

export const MASTER_FAMILIES: Families = [
  ...ITSELF,
  ...AGENTS,
  ...FRAMEWORKS,
  ...TASKS,
  ...ALLOCATOR,
  ...REGISTRAR,
  ...resourceFamilies("master", "mesos_master", "of all agents"),
];
