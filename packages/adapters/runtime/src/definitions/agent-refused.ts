import { join } from "node:path";
import { hours, minutes, seconds, ZERO_DURATION } from "@mesos-ts/base";
import { refused } from "../flags/definition.ts";
import { portMappingFlags } from "./agent-network-refused.ts";
import { AUTHENTICATION, AUTHORIZATION, MODULES } from "./shared.ts";

const CGROUPS = "cgroups isolation";
const IMAGES = "container images";
const DOCKER = "the Docker containerizer";
const DOMAIN_SOCKETS = "executors over Unix domain sockets";

/** Flags of the agent's features that this release does not build. */
export function refusedAgentFlags(temporary: string) {
  return {
    ...imageFlags(temporary),
    ...dockerFlags,
    ...cgroupsFlags,
    ...containerFlags,
    ...securityFlags,
    ...otherFlags,
    ...portMappingFlags,
  };
}

function imageFlags(temporary: string) {
  return refused(IMAGES, {
    image_providers: { type: "string", help: "Image formats to take: APPC, DOCKER." },
    image_provisioner_backend: {
      type: "string",
      help: "How root filesystems are made from images: aufs, bind, copy, overlay.",
    },
    image_gc_config: { type: "json", help: "When unused images are removed, as JSON." },
    appc_simple_discovery_uri_prefix: {
      type: "string",
      default: "http://",
      help: "Prefix of the addresses of appc images.",
    },
    appc_store_dir: {
      type: "string",
      default: join(temporary, "mesos", "store", "appc"),
      help: "Folder of appc images.",
    },
    docker_registry: {
      type: "string",
      default: "https://registry-1.docker.io",
      help: "Registry, or folder of archives, that Docker images come from.",
    },
    docker_store_dir: {
      type: "string",
      default: join(temporary, "mesos", "store", "docker"),
      help: "Folder of Docker images.",
    },
    docker_ignore_runtime: {
      type: "boolean",
      default: false,
      help: "Ignore the working folder, environment and command of Docker images.",
    },
    sandbox_directory: {
      type: "string",
      default: "/mnt/mesos/sandbox",
      help: "Where the sandbox is mounted inside a container with an image.",
    },
  });
}

const dockerFlags = {
  ...refused(DOCKER, {
    docker: { type: "string", default: "docker", help: "Path of the Docker command." },
    docker_socket: {
      type: "string",
      default: "/var/run/docker.sock",
      help: "Path of the Docker daemon's socket.",
    },
    docker_config: { type: "json", help: "Docker's config.json, as JSON or file:///path." },
    docker_mesos_image: { type: "string", help: "Image to run Docker executors in." },
    docker_kill_orphans: {
      type: "boolean",
      default: true,
      help: "Kill Docker containers that belong to no task.",
    },
    docker_remove_delay: {
      type: "duration",
      default: hours(6),
      help: "Time after which a finished Docker container is removed.",
    },
    docker_stop_timeout: {
      type: "duration",
      default: ZERO_DURATION,
      help: "Deprecated: time between stopping and killing a Docker container.",
    },
  }),
  ...refused("Docker volumes", {
    docker_volume_checkpoint_dir: {
      type: "string",
      default: "/var/run/mesos/isolators/docker/volume",
      help: "Folder that records the Docker volumes of containers.",
    },
    docker_volume_chown: {
      type: "boolean",
      default: false,
      help: "Give mounted Docker volumes to the container's user.",
    },
  }),
};

const cgroupsFlags = {
  ...refused(CGROUPS, {
    cgroups_hierarchy: {
      type: "string",
      default: "/sys/fs/cgroup",
      help: "Where cgroups are mounted.",
    },
    cgroups_root: { type: "string", default: "mesos", help: "Name of the root cgroup." },
    cgroups_enable_cfs: {
      type: "boolean",
      default: false,
      help: "Limit CPU time hard, by CFS bandwidth.",
    },
    cgroups_limit_swap: { type: "boolean", default: false, help: "Limit memory and swap." },
    cgroups_cpu_enable_pids_and_tids_count: {
      type: "boolean",
      default: false,
      help: "Count processes and threads of containers.",
    },
    cgroups_net_cls_primary_handle: { type: "string", help: "Primary net_cls handle." },
    cgroups_net_cls_secondary_handles: {
      type: "string",
      help: "Range of secondary net_cls handles.",
    },
    cgroups_destroy_timeout: {
      type: "duration",
      default: minutes(1),
      help: "Time to destroy a cgroup.",
    },
    agent_subsystems: {
      type: "string",
      deprecatedAlias: "slave_subsystems",
      help: "Comma-separated cgroups to put the agent itself in.",
    },
    allowed_devices: { type: "json", help: "Devices that containers may use, as JSON." },
    nvidia_gpu_devices: { type: "string", help: "Comma-separated GPUs to offer." },
    perf_events: { type: "string", help: "Comma-separated perf events to sample." },
    perf_interval: {
      type: "duration",
      default: minutes(1),
      help: "Time between two perf samples.",
    },
    perf_duration: {
      type: "duration",
      default: seconds(10),
      help: "Length of one perf sample.",
    },
    revocable_cpu_low_priority: {
      type: "boolean",
      default: true,
      help: "Run containers with revocable CPUs at low priority.",
    },
  }),
  ...refused("keeping executors in systemd slices", {
    systemd_enable_support: {
      type: "boolean",
      default: true,
      accepts: [false],
      help: "Both values are taken; use KillMode=process in the agent's unit so that tasks outlive a restart.",
    },
    systemd_runtime_directory: {
      type: "string",
      default: "/run/systemd/system",
      help: "Folder of systemd's runtime units.",
    },
  }),
};

const containerFlags = {
  ...refused("Linux namespaces and capabilities", {
    effective_capabilities: {
      type: "json",
      deprecatedAlias: "allowed_capabilities",
      help: "Linux capabilities that tasks get by default, as JSON.",
    },
    bounding_capabilities: {
      type: "json",
      help: "Linux capabilities that tasks may have at most, as JSON.",
    },
    default_container_shm_size: { type: "bytes", help: "Size of containers' /dev/shm." },
    disallow_sharing_agent_ipc_namespace: {
      type: "boolean",
      default: false,
      help: "Refuse containers that share the agent's IPC namespace.",
    },
    disallow_sharing_agent_pid_namespace: {
      type: "boolean",
      default: false,
      help: "Refuse containers that share the agent's PID namespace.",
    },
    seccomp_config_dir: { type: "string", help: "Folder of seccomp profiles." },
    seccomp_profile_name: { type: "string", help: "Seccomp profile used by default." },
  }),
  ...refused("volumes", {
    volume_gid_range: { type: "string", help: "Group ids for shared volumes: [10000-20000]." },
    host_path_volume_force_creation: {
      type: "string",
      help: "Colon-separated folders under which missing host paths are made.",
    },
  }),
  ...refused("default container settings", {
    default_container_info: {
      type: "json",
      help: "ContainerInfo of executors that have none, as JSON.",
    },
    default_container_dns: { type: "json", help: "DNS servers of containers, as JSON." },
  }),
  ...refused("disk quotas", {
    container_disk_watch_interval: {
      type: "duration",
      default: seconds(15),
      help: "Time between two looks at a container's disk usage.",
    },
    enforce_container_disk_quota: {
      type: "boolean",
      default: false,
      help: "Kill containers that use more disk than they have.",
    },
    xfs_project_range: {
      type: "string",
      help: "XFS project ids for quotas; Apache Mesos takes [5000-10000] when built with XFS.",
    },
    xfs_kill_containers: { type: "boolean", help: "Kill containers over their XFS quota." },
    xfs_quota_headroom: { type: "bytes", help: "XFS hard limit above the quota." },
  }),
};

const securityFlags = {
  ...refused(AUTHENTICATION, {
    credential: { type: "path", help: "JSON file of this agent's principal and secret." },
    http_credentials: { type: "path", help: "JSON file of principals of HTTP requests." },
    authenticatee: { type: "string", default: "crammd5", help: "Authenticatee to use." },
    authentication_backoff_factor: {
      type: "duration",
      default: seconds(1),
      help: "Growth of the wait between two tries to authenticate.",
    },
    authentication_timeout_min: {
      type: "duration",
      default: seconds(5),
      help: "Shortest wait between two tries to authenticate.",
    },
    authentication_timeout_max: {
      type: "duration",
      default: minutes(1),
      help: "Longest wait between two tries to authenticate.",
    },
    authenticate_http_readwrite: {
      type: "boolean",
      default: false,
      help: "Authenticate requests that change something.",
    },
    authenticate_http_readonly: {
      type: "boolean",
      default: false,
      help: "Authenticate requests that only read.",
    },
    http_authenticators: { type: "string", help: "Authenticator of HTTP requests." },
  }),
  ...refused("executor authentication", {
    authenticate_http_executors: { type: "boolean", help: "Authenticate HTTP executors." },
    jwt_secret_key: {
      type: "path",
      deprecatedAlias: "executor_secret_key",
      help: "File of the key that signs executors' tokens.",
    },
  }),
  ...refused(AUTHORIZATION, {
    authorizer: { type: "string", default: "local", help: "Authorizer to use." },
  }),
};

const otherFlags = {
  ...refused(MODULES, {
    container_logger: { type: "string", help: "Module that takes containers' output." },
    secret_resolver: { type: "string", help: "Module that resolves secrets." },
    disk_profile_adaptor: { type: "string", help: "Module that knows disk profiles." },
  }),
  ...refused("resource providers", {
    resource_provider_config_dir: {
      type: "string",
      help: "Folder of configurations of local resource providers.",
    },
    csi_plugin_config_dir: { type: "string", help: "Folder of configurations of CSI plugins." },
  }),
  ...refused("fetching from HDFS", {
    hadoop_home: { type: "string", help: "Folder of Hadoop, for hdfs:// addresses." },
  }),
  ...refused("IPv6", {
    ip6: { type: "string", help: "IPv6 address to advertise." },
    ip6_discovery_command: { type: "string", help: "Command that prints it." },
  }),
  ...refused(DOMAIN_SOCKETS, {
    http_executor_domain_sockets: {
      type: "boolean",
      default: false,
      help: "Let executors connect through a Unix domain socket.",
    },
    domain_socket_location: { type: "string", help: "Path of that socket." },
  }),
};
