/**
 * Every message of Mesos.
 *
 * The common vocabulary (`TaskInfo`, `Offer`, …) is exported flat; the APIs and the internal
 * messages are namespaces (`scheduler.Call`, `internal.RegisterSlaveMessage`). There is one
 * vocabulary, the v1 names: v0 differs in JSON (`toJson(type, message, "v0")`) and in
 * `schedulerV0.Call`, the only message that has other numbers in v0.
 */

export * as agentState from "./gen/internal/agent_state.ts";
export * as containerizer from "./gen/internal/containerizer.ts";
export * as flagMessages from "./gen/internal/flags.ts";
export * as replicatedLog from "./gen/internal/log.ts";
export * as internal from "./gen/internal/messages.ts";
export * as registry from "./gen/internal/registry.ts";
export * as stateStorage from "./gen/internal/state.ts";
export * as stateEntry from "./gen/internal/state_entry.ts";
export * as acls from "./gen/other/acls.ts";
export * as authentication from "./gen/other/authentication.ts";
export * as authorizer from "./gen/other/authorizer.ts";
export * as fetcher from "./gen/other/fetcher.ts";
export * as uri from "./gen/other/uri.ts";
export * as schedulerV0 from "./gen/v0/scheduler.ts";
export * as agent from "./gen/v1/agent.ts";
export * as allocation from "./gen/v1/allocator.ts";
export * as executor from "./gen/v1/executor.ts";
export * as maintenance from "./gen/v1/maintenance.ts";
export * as master from "./gen/v1/master.ts";
export * from "./gen/v1/mesos.ts";
export * as quota from "./gen/v1/quota.ts";
export * as resourceProvider from "./gen/v1/resource_provider.ts";
export * as scheduler from "./gen/v1/scheduler.ts";
export { libprocessType } from "./libprocess-names.ts";
export { fromJson } from "./runtime/json-read.ts";
export { type JsonSchema, jsonSchemas, type MessageSchemas } from "./runtime/json-schema.ts";
export { type Dialect, jsonDouble, listToJson, toJson } from "./runtime/json-write.ts";
export {
  decode,
  type EnumType,
  encode,
  type FieldInfo,
  type Message,
  type MessageType,
  type Scalar,
} from "./runtime/message.ts";
export { DecodeError, Reader } from "./runtime/reader.ts";
export { missingFields } from "./runtime/required.ts";
export { StringPool } from "./runtime/string-pool.ts";
export { Writer } from "./runtime/writer.ts";
