/**
 * `node:http` and `node:https` without what an import of them brings: importing them as ES modules
 * reads every export, and one of those loads a whole HTTP client that nothing here uses (15 MiB and
 * 30 ms in each program). HTTPS is loaded when it is first used.
 */
export const http: typeof import("node:http") = process.getBuiltinModule("node:http");

export function https(): typeof import("node:https") {
  return process.getBuiltinModule("node:https");
}
