import { err, ok } from "@mesos-ts/base";
import { describe, expect, test } from "vitest";
import {
  type AddressFlags,
  type HostPort,
  isLoopback,
  loopbackWarning,
  NO_ADDRESS_FLAGS,
  resolveAddress,
  systemHost,
} from "./address.ts";
import { type LibprocessEnvironment, readLibprocessEnvironment } from "./libprocess-environment.ts";

const host: HostPort = {
  hostname: () => "box",
  resolve: async (name) => (name === "box" ? ok("10.1.1.1") : err("unknown name")),
  reverse: async (ip) => (ip === "10.9.9.9" ? err("no answer") : ok(`name-of-${ip}`)),
  shell: async (command) => (command === "good" ? ok(" 10.2.2.2\n") : ok("no address\n")),
};

function environment(variables: Record<string, string>): LibprocessEnvironment {
  const read = readLibprocessEnvironment(variables, () => err("none"));
  if (read.type === "error") {
    throw new Error(read.error);
  }
  return read.value;
}

const resolve = (
  flags: Partial<AddressFlags>,
  variables: Record<string, string> = {},
  port: HostPort = host,
) => resolveAddress({ ...NO_ADDRESS_FLAGS, ...flags }, environment(variables), port);

describe("resolveAddress", () => {
  test.each([
    [{}, {}, "0.0.0.0", 0, "10.1.1.1", undefined, "name-of-10.1.1.1"],
    [
      { ip: "10.3.3.3", port: 5050 },
      {},
      "10.3.3.3",
      5050,
      "10.3.3.3",
      undefined,
      "name-of-10.3.3.3",
    ],
    [
      { ip: "10.3.3.3" },
      { LIBPROCESS_IP: "10.4.4.4", LIBPROCESS_PORT: "7" },
      "10.3.3.3",
      7,
      "10.3.3.3",
      undefined,
      "name-of-10.3.3.3",
    ],
    [{}, { LIBPROCESS_IP: "10.4.4.4" }, "10.4.4.4", 0, "10.4.4.4", undefined, "name-of-10.4.4.4"],
    [
      { advertise_ip: "1.2.3.4", advertise_port: 80, hostname: "given" },
      { LIBPROCESS_ADVERTISE_IP: "5.6.7.8" },
      "0.0.0.0",
      0,
      "1.2.3.4",
      80,
      "given",
    ],
    [
      { hostname_lookup: false },
      { LIBPROCESS_ADVERTISE_IP: "5.6.7.8", LIBPROCESS_ADVERTISE_PORT: "81" },
      "0.0.0.0",
      0,
      "5.6.7.8",
      81,
      "5.6.7.8",
    ],
    [
      { ip_discovery_command: "good" },
      { LIBPROCESS_IP: "10.4.4.4" },
      "10.2.2.2",
      0,
      "10.2.2.2",
      undefined,
      "name-of-10.2.2.2",
    ],
  ] as [
    Partial<AddressFlags>,
    Record<string, string>,
    string,
    number,
    string,
    number | undefined,
    string,
  ][])(
    "%j with %j",
    async (flags, variables, bindIp, bindPort, advertiseIp, advertisePort, hostname) => {
      expect(await resolve(flags, variables)).toEqual(
        ok({ bindIp, bindPort, advertiseIp, advertisePort, hostname }),
      );
    },
  );

  test("refusals", async () => {
    expect(await resolve({ ip_discovery_command: "bad" })).toEqual(
      err("Failed to parse IPv4: no address (printed by 'bad')"),
    );
    expect(await resolve({ ip: "10.9.9.9" })).toEqual(err("Failed to get hostname: no answer"));
    expect(await resolve({}, {}, { ...host, hostname: () => "lost" })).toEqual(
      err(
        "Failed to obtain the IP address for 'lost'; the DNS service may not be able to resolve it: unknown name",
      ),
    );
  });
});

describe("this machine", () => {
  test("knows localhost, and an address without a name is its own", async () => {
    expect(await systemHost.resolve("localhost")).toEqual(ok("127.0.0.1"));
    expect((await systemHost.resolve("no-such-name.invalid")).type).toBe("error");
    expect((await systemHost.reverse("127.0.0.1")).type).toBe("ok");
  });

  test("runs commands", async () => {
    expect(await systemHost.shell("echo 1.2.3.4")).toEqual(ok("1.2.3.4\n"));
    expect(await systemHost.shell("exit 3")).toEqual(
      err(
        "Failed to execute 'exit 3'; the command was either not found or exited with a non-zero exit status: 3",
      ),
    );
    expect(await systemHost.shell("kill -9 $$")).toEqual(
      err("Running 'kill -9 $$' was interrupted by signal 'SIGKILL'"),
    );
  });
});

test("loopback", () => {
  expect([isLoopback("127.0.1.1"), isLoopback("10.0.0.1"), isLoopback("127.x")]).toEqual([
    true,
    false,
    false,
  ]);
  const stars = "*".repeat(50);
  expect(loopbackWarning("scheduler")).toBe(
    `\n${stars}\nScheduler driver bound to loopback interface! Cannot communicate with remote master(s). You might want to set 'LIBPROCESS_IP' environment variable to use a routable IP address.\n${stars}`,
  );
  expect(loopbackWarning("master")).toContain("Master bound to loopback interface!");
  expect(loopbackWarning("agent")).toContain("Agent bound to loopback interface!");
});
