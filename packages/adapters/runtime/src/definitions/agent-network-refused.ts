import { refused } from "../flags/definition.ts";

/**
 * Network isolation. Apache Mesos knows most of these only in builds with port mapping or port
 * isolation, so they have no default here and stay out of `/flags`.
 */
export const portMappingFlags = {
  ...refused("container networks (CNI)", {
    network_cni_plugins_dir: { type: "string", help: "Colon-separated folders of CNI plugins." },
    network_cni_config_dir: { type: "string", help: "Folder of CNI network configurations." },
    network_cni_root_dir_persist: {
      type: "boolean",
      default: false,
      help: "Keep the CNI folder over reboots.",
    },
    network_cni_metrics: {
      type: "boolean",
      default: true,
      help: "Publish metrics of container networks.",
    },
  }),
  ...refused("network/ports isolation", {
    container_ports_watch_interval: {
      type: "duration",
      help: "Time between two looks at containers' ports (Apache Mesos: 30secs).",
    },
    check_agent_port_range_only: {
      type: "boolean",
      help: "Look only at the ports that the agent offers.",
    },
    enforce_container_ports: {
      type: "boolean",
      help: "Kill containers that listen on ports they do not have.",
    },
    container_ports_isolated_range: { type: "string", help: "Ports to look at: [0-35000]." },
  }),
  ...refused("network/port_mapping isolation", {
    ephemeral_ports_per_container: {
      type: "int",
      help: "Ephemeral ports of one container, a power of two (Apache Mesos: 1024).",
    },
    eth0_name: { type: "string", help: "Name of the public network interface." },
    lo_name: { type: "string", help: "Name of the loopback interface." },
    egress_rate_limit_per_container: { type: "bytes", help: "Bytes a second out, at most." },
    egress_rate_per_cpu: { type: "string", help: "Bytes a second out for each CPU." },
    minimum_egress_rate_limit: { type: "bytes", help: "Least limit of bytes out." },
    maximum_egress_rate_limit: { type: "bytes", help: "Greatest limit of bytes out." },
    egress_ceil_limit: { type: "bytes", help: "Bytes a second out in a burst." },
    egress_burst: { type: "bytes", help: "Bytes that one burst out may have." },
    egress_unique_flow_per_container: {
      type: "boolean",
      help: "Give each container its own flow.",
    },
    egress_flow_classifier_parent: {
      type: "string",
      help: "Parent of the flow classifier (Apache Mesos: root).",
    },
    ingress_rate_limit_per_container: { type: "bytes", help: "Bytes a second in, at most." },
    ingress_rate_per_cpu: { type: "string", help: "Bytes a second in for each CPU." },
    minimum_ingress_rate_limit: { type: "bytes", help: "Least limit of bytes in." },
    maximum_ingress_rate_limit: { type: "bytes", help: "Greatest limit of bytes in." },
    ingress_ceil_limit: { type: "bytes", help: "Bytes a second in in a burst." },
    ingress_burst: { type: "bytes", help: "Bytes that one burst in may have." },
    ingress_isolate_existing_containers: {
      type: "boolean",
      help: "Also limit containers of an earlier run.",
    },
    network_link_speed: { type: "bytes", help: "Speed of the link, bytes a second." },
    network_enable_socket_statistics_summary: {
      type: "boolean",
      help: "Collect a summary of sockets.",
    },
    network_enable_socket_statistics_details: {
      type: "boolean",
      help: "Collect details of sockets.",
    },
    network_enable_snmp_statistics: { type: "boolean", help: "Collect SNMP statistics." },
    network_enable_rate_statistics: { type: "boolean", help: "Collect rates of traffic." },
    network_rate_statistics_window: { type: "duration", help: "Time that rates are over." },
    network_rate_statistics_interval: { type: "duration", help: "Time between two samples." },
  }),
};
