import { exec } from "node:child_process";
import { lookup, lookupService } from "node:dns/promises";
import { isIPv4 } from "node:net";
import { hostname as localHostname } from "node:os";
import { err, ok, type Result } from "@mesos-ts/base";
import type { LibprocessEnvironment } from "./libprocess-environment.ts";

/** The flags that decide a daemon's address. */
export interface AddressFlags {
  readonly ip: string | undefined;
  readonly ip_discovery_command: string | undefined;
  /** Undefined: the program has no such flag and follows `LIBPROCESS_PORT`. */
  readonly port: number | undefined;
  readonly advertise_ip: string | undefined;
  readonly advertise_port: number | undefined;
  readonly hostname: string | undefined;
  readonly hostname_lookup: boolean;
}

/** Where a daemon listens, and what it tells others. */
export interface DaemonAddress {
  readonly bindIp: string;
  /** 0: any free port. */
  readonly bindPort: number;
  readonly advertiseIp: string;
  /** Undefined: the port that listening gave. */
  readonly advertisePort: number | undefined;
  readonly hostname: string;
}

/** The host's names and commands; replaced in tests. */
export interface HostPort {
  readonly hostname: () => string;
  /** First IPv4 address of a name. */
  readonly resolve: (name: string) => Promise<Result<string>>;
  /** Name of an address; the address itself when it has none. */
  readonly reverse: (ip: string) => Promise<Result<string>>;
  /** Standard output of a shell command. */
  readonly shell: (command: string) => Promise<Result<string>>;
}

const ANY_IP = "0.0.0.0";
const SHELL_OUTPUT_LIMIT = 64 * 1024;
const SHELL_TIMEOUT_MS = 60_000;

/** Flags for a program that has none of them, such as a tool or an executor. */
export const NO_ADDRESS_FLAGS: AddressFlags = {
  ip: undefined,
  ip_discovery_command: undefined,
  port: undefined,
  advertise_ip: undefined,
  advertise_port: undefined,
  hostname: undefined,
  hostname_lookup: true,
};

/**
 * Decides where a daemon listens and what it advertises: flags win over `LIBPROCESS_*`; an
 * address of all interfaces is advertised as the one that the hostname resolves to.
 */
export async function resolveAddress(
  flags: AddressFlags,
  environment: LibprocessEnvironment,
  host: HostPort = systemHost,
): Promise<Result<DaemonAddress>> {
  const bindIp = await chooseBindIp(flags, environment, host);
  if (bindIp.type === "error") {
    return bindIp;
  }
  const named = flags.advertise_ip ?? environment.advertiseIp ?? bindIp.value;
  const advertiseIp = named === ANY_IP ? await ownAddress(host) : ok(named);
  if (advertiseIp.type === "error") {
    return advertiseIp;
  }
  const hostname = await chooseHostname(flags, advertiseIp.value, host);
  if (hostname.type === "error") {
    return hostname;
  }
  return ok({
    bindIp: bindIp.value,
    bindPort: flags.port ?? environment.port ?? 0,
    advertiseIp: advertiseIp.value,
    advertisePort: flags.advertise_port ?? environment.advertisePort,
    hostname: hostname.value,
  });
}

export function isLoopback(ip: string): boolean {
  return isIPv4(ip) && ip.startsWith("127.");
}

/** What is logged as a warning when the advertised address is a loopback one. */
export function loopbackWarning(program: "master" | "agent" | "scheduler"): string {
  const stars = "*".repeat(50);
  return `\n${stars}\n${LOOPBACK_TEXT[program]}\n${stars}`;
}

const LOOPBACK_TEXT = {
  master:
    "Master bound to loopback interface! Cannot communicate with remote schedulers or agents. You might want to set '--ip' flag to a routable IP address.",
  agent:
    "Agent bound to loopback interface! Cannot communicate with remote master(s). You might want to set '--ip' flag to a routable IP address.",
  scheduler:
    "Scheduler driver bound to loopback interface! Cannot communicate with remote master(s). You might want to set 'LIBPROCESS_IP' environment variable to use a routable IP address.",
} as const;

async function chooseBindIp(
  flags: AddressFlags,
  environment: LibprocessEnvironment,
  host: HostPort,
): Promise<Result<string>> {
  if (flags.ip_discovery_command !== undefined) {
    const output = await host.shell(flags.ip_discovery_command);
    if (output.type === "error") {
      return output;
    }
    const ip = output.value.trim();
    return isIPv4(ip)
      ? ok(ip)
      : err(`Failed to parse IPv4: ${ip} (printed by '${flags.ip_discovery_command}')`);
  }
  return ok(flags.ip ?? environment.ip ?? ANY_IP);
}

async function ownAddress(host: HostPort): Promise<Result<string>> {
  const name = host.hostname();
  const ip = await host.resolve(name);
  return ip.type === "ok"
    ? ip
    : err(
        `Failed to obtain the IP address for '${name}'; the DNS service may not be able to resolve it: ${ip.error}`,
      );
}

async function chooseHostname(
  flags: AddressFlags,
  advertiseIp: string,
  host: HostPort,
): Promise<Result<string>> {
  if (flags.hostname !== undefined) {
    return ok(flags.hostname);
  }
  if (!flags.hostname_lookup) {
    return ok(advertiseIp);
  }
  const name = await host.reverse(advertiseIp);
  return name.type === "ok" ? name : err(`Failed to get hostname: ${name.error}`);
}

/** This machine. */
export const systemHost: HostPort = {
  hostname: localHostname,
  resolve: async (name) => {
    try {
      return ok((await lookup(name, 4)).address);
    } catch (cause) {
      return err(messageOf(cause));
    }
  },
  reverse: async (ip) => {
    try {
      return ok((await lookupService(ip, 0)).hostname);
    } catch (cause) {
      // An address without a name is its own name, as with C's getnameinfo.
      return isUnknownName(cause) ? ok(ip) : err(messageOf(cause));
    }
  },
  shell: runShell,
};

function runShell(command: string): Promise<Result<string>> {
  const { promise, resolve } = Promise.withResolvers<Result<string>>();
  const options = { maxBuffer: SHELL_OUTPUT_LIMIT, timeout: SHELL_TIMEOUT_MS };
  exec(command, options, (failure, stdout) => {
    if (failure === null) {
      resolve(ok(stdout));
    } else if (typeof failure.signal === "string") {
      resolve(err(`Running '${command}' was interrupted by signal '${failure.signal}'`));
    } else {
      resolve(
        err(
          `Failed to execute '${command}'; the command was either not found or exited with a non-zero exit status: ${failure.code ?? "unknown"}`,
        ),
      );
    }
  });
  return promise;
}

function isUnknownName(cause: unknown): boolean {
  const code = (cause as { code?: unknown } | undefined)?.code;
  return code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "ENODATA";
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
