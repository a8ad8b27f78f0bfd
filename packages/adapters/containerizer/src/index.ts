export { isContainerId, isNestedIn } from "./container-id.ts";
export { PosixContainerizer, type PosixOptions } from "./posix-containerizer.ts";
export { describeSignal, describeStatus, parseWaitStatus, toWaitStatus } from "./status.ts";
export * from "./types.ts";
export { lookupUser, type User } from "./users.ts";
