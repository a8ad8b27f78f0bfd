import type { ClientRequest, ClientResponse } from "./contract.ts";

/** A path as the server knows it. */
export function fullPath(chroot: string, path: string): string {
  if (chroot === "") return path;
  return path === "/" ? chroot : `${chroot}${path}`;
}

/** A path as the client asked for it. */
export function localPath(chroot: string, path: string): string {
  if (chroot === "" || !path.startsWith(chroot)) return path;
  return path.length === chroot.length ? "/" : path.slice(chroot.length);
}

export function belowChroot(chroot: string, request: ClientRequest): ClientRequest {
  return chroot === "" ? request : { ...request, path: fullPath(chroot, request.path) };
}

/** Only these two answers carry a path. */
export function withoutChroot(chroot: string, response: ClientResponse): ClientResponse {
  return response.op === "create" || response.op === "sync"
    ? { ...response, path: localPath(chroot, response.path) }
    : response;
}
