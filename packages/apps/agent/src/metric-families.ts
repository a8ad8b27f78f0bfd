/** What the agent's metrics are for Prometheus. */
import { counter, type Families, gauge, resourceFamilies } from "@mesos-ts/transport";

const ITSELF: Families = [
  gauge("slave/registered", "mesos_agent_registered", "1 while this agent is registered."),
  gauge("slave/uptime_secs", "mesos_agent_uptime_seconds", "Time since this agent's start."),
  gauge(
    "slave/recovery_errors",
    "mesos_agent_recovery_errors",
    "What could not be recovered at this agent's start.",
  ),
  gauge(
    "slave/recovery_time_secs",
    "mesos_agent_recovery_seconds",
    "How long this agent's recovery took.",
  ),
  counter(
    "slave/{verdict:valid|invalid}_{message}",
    "mesos_agent_messages_checked_total",
    "Messages that were found to be valid or not, by name.",
  ),
  gauge(
    "slave/executor_directory_max_allowed_age_secs",
    "mesos_agent_executor_directory_max_allowed_age_seconds",
    "How long sandboxes are kept now.",
  ),
  gauge(
    "gc/path_removals_pending",
    "mesos_agent_path_removals_pending",
    "Folders that are to be removed.",
  ),
  counter(
    "gc/path_removals_{outcome}",
    "mesos_agent_path_removals_total",
    "Folders removed, by outcome.",
  ),
];

const TASKS: Families = [
  gauge("slave/frameworks_active", "mesos_agent_frameworks_active", "Frameworks with executors."),
  gauge(
    "slave/tasks_{state:staging|starting|running|killing}",
    "mesos_agent_tasks_{state}",
    "Tasks that are {state}.",
  ),
  counter("slave/tasks_{state}", "mesos_agent_tasks_{state}_total", "Tasks that ended: {state}."),
  counter(
    "slave/executors_preempted",
    "mesos_agent_executors_preempted_total",
    "Executors that were ended for revocable resources.",
  ),
  gauge("slave/executors_{state}", "mesos_agent_executors_{state}", "Executors that are {state}."),
];

const CONTAINERS: Families = [
  counter(
    "slave/container_launch_errors",
    "mesos_agent_container_launch_errors_total",
    "Containers that could not be launched.",
  ),
  counter(
    "containerizer/mesos/container_destroy_errors",
    "mesos_agent_container_destroy_errors_total",
    "Containers that could not be destroyed.",
  ),
  counter(
    "containerizer/mesos/provisioner/{error}",
    "mesos_agent_provisioner_{error}_total",
    "Errors of the provisioner.",
  ),
  counter(
    "containerizer/mesos/provisioner/bind/remove_rootfs_errors",
    "mesos_agent_provisioner_remove_rootfs_errors_total",
    "Root file systems that could not be removed.",
  ),
  gauge(
    "containerizer/fetcher/cache_size_{what:total|used}_bytes",
    "mesos_agent_fetcher_cache_{what}_size_bytes",
    "Size of the fetcher's cache: {what}.",
  ),
  counter(
    "containerizer/fetcher/task_fetches_{outcome}",
    "mesos_agent_fetches_total",
    "Fetches for tasks, by outcome.",
  ),
  gauge(
    "resource_provider_manager/subscribed",
    "mesos_agent_resource_providers_subscribed",
    "Resource providers.",
  ),
  counter(
    "resource_provider_manager/events/{type}",
    "mesos_agent_resource_provider_events_total",
    "Events of resource providers, by type.",
  ),
];

export const AGENT_FAMILIES: Families = [
  ...ITSELF,
  ...TASKS,
  ...CONTAINERS,
  ...resourceFamilies("slave", "mesos_agent", "of this agent"),
];
