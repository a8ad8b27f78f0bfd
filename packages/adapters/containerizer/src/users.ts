import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/** An account as the kernel needs it. `groups` holds the primary group too. */
export interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
}

const LOOKUP_TIMEOUT_MS = 10_000;
/** The kernel's NGROUPS_MAX. */
const MAX_GROUPS = 65_536;
const run = promisify(execFile);

async function output(program: string, args: readonly string[]): Promise<string | null> {
  try {
    const { stdout } = await run(program, [...args], { timeout: LOOKUP_TIMEOUT_MS });
    return stdout;
  } catch {
    return null;
  }
}

function findPasswdLine(text: string, name: string): readonly string[] | undefined {
  for (const line of text.split("\n")) {
    const fields = line.split(":");
    if (fields[0] === name && fields.length >= 7) {
      return fields;
    }
  }
  return undefined;
}

function groupsOf(text: string, name: string): number[] {
  const gids: number[] = [];
  for (const line of text.split("\n")) {
    const [, , gid, members] = line.split(":");
    if (gid !== undefined && members?.split(",").includes(name)) {
      gids.push(Number(gid));
    }
  }
  return gids;
}

/** Files that are asked first; other sources (LDAP and the like) through getent(1) and id(1). */
export interface UserFiles {
  readonly passwd: string;
  readonly group: string;
}

const SYSTEM_FILES: UserFiles = { passwd: "/etc/passwd", group: "/etc/group" };

/** Looks an account up by name. Null when this machine does not know it. */
export async function lookupUser(
  name: string,
  files: UserFiles = SYSTEM_FILES,
): Promise<User | null> {
  if (!/^[^:\s\0-][^:\s\0]*$/.test(name)) {
    return null;
  }
  const passwd = await readFile(files.passwd, "utf8").catch(() => "");
  let fields = findPasswdLine(passwd, name);
  let groups: number[] | undefined;
  if (fields === undefined) {
    fields = findPasswdLine((await output("getent", ["passwd", name])) ?? "", name);
    groups = (await output("id", ["-G", name]))?.trim().split(/\s+/).map(Number);
  } else {
    groups = groupsOf(await readFile(files.group, "utf8").catch(() => ""), name);
  }
  const uid = Number(fields?.[2]);
  const gid = Number(fields?.[3]);
  if (fields === undefined || !Number.isInteger(uid) || !Number.isInteger(gid)) {
    return null;
  }
  const all = [...new Set([gid, ...(groups ?? [])])].filter(Number.isInteger);
  return { name, uid, gid, groups: all.slice(0, MAX_GROUPS) };
}

/** Arguments of setpriv(1) that become `user` with all its groups. */
export function setprivArguments(user: User): readonly string[] {
  return [`--reuid=${user.uid}`, `--regid=${user.gid}`, `--groups=${user.groups.join(",")}`, "--"];
}
