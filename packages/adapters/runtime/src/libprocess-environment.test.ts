import { err } from "@mesos-ts/base";
import { expect, test } from "vitest";
import { readLibprocessEnvironment } from "./libprocess-environment.ts";

const read = (environment: Record<string, string>) =>
  readLibprocessEnvironment(environment, () => err("none"));

test("nothing set", () => {
  expect(read({})).toEqual({
    type: "ok",
    value: {
      ip: undefined,
      port: undefined,
      advertiseIp: undefined,
      advertisePort: undefined,
      requirePeerAddressIpMatch: false,
      metricsRateLimit: { requests: 2, interval: 1000 },
      warnings: [],
    },
  });
});

test("everything set", () => {
  const environment = {
    LIBPROCESS_IP: "10.0.0.1",
    LIBPROCESS_PORT: "0",
    LIBPROCESS_ADVERTISE_IP: "1.2.3.4",
    LIBPROCESS_ADVERTISE_PORT: "99",
    LIBPROCESS_REQUIRE_PEER_ADDRESS_IP_MATCH: "true",
    LIBPROCESS_METRICS_SNAPSHOT_ENDPOINT_RATE_LIMIT: "10/2secs",
    LIBPROCESS_NUM_WORKER_THREADS: "2000",
    LIBPROCESS_SSL_ENABLED: "false",
    LIBPROCESS_SSL_CERT_FILE: "/c",
    LIBPROCESS_ENABLE_PROFILER: "0",
  };
  expect(read(environment)).toEqual({
    type: "ok",
    value: {
      ip: "10.0.0.1",
      port: 0,
      advertiseIp: "1.2.3.4",
      advertisePort: 99,
      requirePeerAddressIpMatch: true,
      metricsRateLimit: { requests: 10, interval: 2000 },
      warnings: ["Ignoring invalid value 2000 for LIBPROCESS_NUM_WORKER_THREADS"],
    },
  });
});

test("an empty metrics limit is none", () => {
  expect(read({ LIBPROCESS_METRICS_SNAPSHOT_ENDPOINT_RATE_LIMIT: "" })).toHaveProperty(
    "value.metricsRateLimit",
    undefined,
  );
});

const limit = (text: string): string =>
  `Failed to parse LIBPROCESS_METRICS_SNAPSHOT_ENDPOINT_RATE_LIMIT '${text}' (format is <number of requests>/<interval duration>)`;

test.each([
  ["IP", "::1", "Currently we allow only IPv4 address to be specified with the `--ip` flag"],
  ["IP", "localhost", "Failed to parse IPv4: localhost"],
  ["PORT", "65536", "LIBPROCESS_PORT=65536 is not a valid port"],
  ["PORT", "-1", "LIBPROCESS_PORT=-1 is not a valid port"],
  ["ADVERTISE_PORT", "0", "LIBPROCESS_ADVERTISE_PORT=0 is not a valid port"],
  ["IP6", "::1", "Flag '--ip6' needs IPv6, which this release does not build yet."],
  ["SSL_ENABLED", "true", "LIBPROCESS_SSL_ENABLED=true needs TLS, which this release"],
  ["SSL_SUPPORT_DOWNGRADE", "1", "LIBPROCESS_SSL_SUPPORT_DOWNGRADE=1 needs TLS"],
  ["ENABLE_PROFILER", "1", "LIBPROCESS_ENABLE_PROFILER=1 needs the CPU profiler"],
  ["METRICS_SNAPSHOT_ENDPOINT_RATE_LIMIT", "10", limit("10")],
  [
    "METRICS_SNAPSHOT_ENDPOINT_RATE_LIMIT",
    "x/1secs",
    `${limit("x/1secs")}: Failed to parse the number of requests: Failed to convert 'x' to number`,
  ],
  [
    "METRICS_SNAPSHOT_ENDPOINT_RATE_LIMIT",
    "1/1",
    `${limit("1/1")}: Failed to parse the interval: Invalid duration '1'`,
  ],
])("LIBPROCESS_%s=%s is refused", (name, value, error) => {
  const result = read({ [`LIBPROCESS_${name}`]: value });
  expect(result.type === "error" && result.error.slice(0, error.length)).toBe(error);
});

test("TLS asked for by the old prefix is refused too", () => {
  expect(read({ SSL_ENABLED: "1" })).toHaveProperty("type", "error");
});
