import { err, ok, type Result } from "@mesos-ts/base";
import { ERROR_CODE, type ErrorCode } from "../protocol/constants.ts";
import type { Acl, Id } from "../protocol/records.ts";
import { ipMatches, isIpPattern } from "./ip.ts";

/** May whoever is known as `ids` do this (a bit of `PERM`, or one of several)? */
export function isAllowed(acl: readonly Acl[], perm: number, ids: readonly Id[]): boolean {
  if (acl.length === 0 || ids.some((id) => id.scheme === "super")) return true;
  return acl.some((entry) => (entry.perms & perm) !== 0 && fits(entry.id, ids));
}

function fits(wanted: Id, ids: readonly Id[]): boolean {
  if (isAnyone(wanted)) return true;
  return ids.some((id) => {
    if (id.scheme !== wanted.scheme) return false;
    if (id.scheme === "digest") return id.id === wanted.id;
    return id.scheme === "ip" && ipMatches(id.id, wanted.id);
  });
}

const isAnyone = (id: Id): boolean => id.scheme === "world" && id.id === "anyone";

/** The ACL that a node gets: without repetitions, "auth" replaced by who is asking. */
export function effectiveAcl(
  acl: readonly Acl[],
  ids: readonly Id[],
): Result<readonly Acl[], ErrorCode> {
  const effective: Acl[] = [];
  for (const entry of unique(acl)) {
    if (entry.id.scheme === "auth") {
      // An address is no proof of who somebody is.
      const proven = ids.filter((id) => id.scheme === "digest");
      if (proven.length === 0) return err(ERROR_CODE.INVALIDACL);
      effective.push(...proven.map((id) => ({ perms: entry.perms, id })));
    } else if (isAnyone(entry.id) || isValidId(entry.id)) {
      effective.push(entry);
    } else {
      return err(ERROR_CODE.INVALIDACL);
    }
  }
  return effective.length === 0 ? err(ERROR_CODE.INVALIDACL) : ok(effective);
}

function unique(acl: readonly Acl[]): readonly Acl[] {
  if (acl.length === 1) return acl;
  const byText = new Map(acl.map((e) => [`${e.perms}:${e.id.scheme}:${e.id.id}`, e]));
  return [...byText.values()];
}

function isValidId({ scheme, id }: Id): boolean {
  if (scheme === "digest") return /^[^:]*:[^:]+:*$/.test(id);
  return scheme === "ip" && isIpPattern(id);
}

/** An ACL as those see it who may read a node but not administer it. */
export function maskedAcl(acl: readonly Acl[]): readonly Acl[] {
  return acl.map((entry) =>
    entry.id.scheme === "digest"
      ? { ...entry, id: { ...entry.id, id: entry.id.id.replace(/:.*/s, ":x") } }
      : entry,
  );
}

/** The name in an id: "user" of the digest "user:hash", and an address as it is. */
export function userOf({ scheme, id }: Id): string {
  if (scheme === "digest") return id.split(":")[0] ?? "";
  return scheme === "ip" ? id : "";
}
