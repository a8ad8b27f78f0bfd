import { Buffer } from "node:buffer";
import { err, mapOk, ok, type Result } from "@mesos-ts/base";
import {
  type ClientRequest,
  type ClientResponse,
  CREATE_MODE,
  ERROR_CODE,
  OPEN_ACL,
  type ZkError,
} from "@mesos-ts/zookeeper";
import type { OnChange, SessionPort, ZooKeeperSession } from "./port.ts";

const ANY_VERSION = -1;

/** The methods of a session, as requests through its port. */
export function withOperations(port: SessionPort): ZooKeeperSession {
  const ask = <R extends ClientRequest>(request: R, changed?: OnChange) =>
    new Promise<Result<Extract<ClientResponse, { op: R["op"] }>, ZkError>>((resolve) => {
      type Response = Extract<ClientResponse, { op: R["op"] }>;
      port.submit(request, (outcome) => resolve(outcome as Result<Response, ZkError>), changed);
    });
  return {
    get state() {
      return port.state;
    },
    submit: (request, done, changed) => port.submit(request, done, changed),
    onState: (listener) => port.onState(listener),
    close: () => port.close(),
    create: async (path, options = {}) => {
      const { data = Buffer.alloc(0), mode = CREATE_MODE.persistent, acl = OPEN_ACL } = options;
      const created = await ask({ op: "create", path, data, acl, flags: mode.flag });
      return mapOk(created, (response) => response.path);
    },
    delete: async (path, version = ANY_VERSION) =>
      mapOk(await ask({ op: "delete", path, version }), () => undefined),
    exists: async (path, changed) => {
      const watch = changed !== undefined;
      const found = await ask({ op: "exists", path, watch }, changed);
      if (found.type === "ok") return ok(found.value.stat);
      return found.error.code === ERROR_CODE.NONODE ? ok(undefined) : err(found.error);
    },
    get: async (path, changed) => {
      const read = await ask({ op: "getData", path, watch: changed !== undefined }, changed);
      return mapOk(read, ({ data, stat }) => ({ data: data ?? Buffer.alloc(0), stat }));
    },
    set: async (path, data, version = ANY_VERSION) =>
      mapOk(await ask({ op: "setData", path, data, version }), (response) => response.stat),
    children: async (path, changed) => {
      const read = await ask({ op: "getChildren", path, watch: changed !== undefined }, changed);
      return mapOk(read, (response) => [...response.children].sort());
    },
    sync: async (path) => mapOk(await ask({ op: "sync", path }), () => undefined),
  };
}
