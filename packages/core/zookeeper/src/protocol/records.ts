import { Buffer } from "node:buffer";
import { buffer, type Codec, int, long, record, text, time, type ValueOf } from "./codec.ts";
import { PERM } from "./constants.ts";

/** All that is known of a node beside its data. */
export const statCodec = record({
  czxid: long,
  mzxid: long,
  ctime: time,
  mtime: time,
  version: int,
  cversion: int,
  aversion: int,
  ephemeralOwner: long,
  dataLength: int,
  numChildren: int,
  pzxid: long,
});
export type Stat = ValueOf<typeof statCodec>;

export const idCodec = record({ scheme: text, id: text });
/** Somebody, as a scheme knows them: `{scheme: "digest", id: "user:hash"}`. */
export type Id = ValueOf<typeof idCodec>;

export const aclCodec = record({ perms: int, id: idCodec });
export type Acl = ValueOf<typeof aclCodec>;

export const ANYONE: Id = { scheme: "world", id: "anyone" };
/** Whoever creates the node. */
export const AUTH_IDS: Id = { scheme: "auth", id: "" };
export const OPEN_ACL: readonly Acl[] = [{ perms: PERM.all, id: ANYONE }];
export const CREATOR_ALL_ACL: readonly Acl[] = [{ perms: PERM.all, id: AUTH_IDS }];
export const READ_ACL: readonly Acl[] = [{ perms: PERM.read, id: ANYONE }];

export const replyHeaderCodec = record({ xid: int, zxid: long, err: int });
export type ReplyHeader = ValueOf<typeof replyHeaderCodec>;

export const watcherEventCodec = record({ type: int, state: int, path: text });
export type WatcherEvent = ValueOf<typeof watcherEventCodec>;

export const PASSWORD_BYTES = 16;

const connectRequestFields = record({
  protocolVersion: int,
  lastZxidSeen: long,
  timeOut: int,
  sessionId: long,
  passwd: buffer,
});

const connectResponseFields = record({
  protocolVersion: int,
  timeOut: int,
  sessionId: long,
  passwd: buffer,
});

/** `readOnly` is undefined where the client is too old to know of read-only servers. */
export type ConnectRequest = ValueOf<typeof connectRequestFields> & {
  readonly readOnly: boolean | undefined;
};
export type ConnectResponse = ValueOf<typeof connectResponseFields> & {
  readonly readOnly: boolean | undefined;
};

/** `readOnly` came later than the rest: it is there only if bytes are left. */
function withReadOnly<T extends object>(
  fields: Codec<T>,
): Codec<T & { readonly readOnly: boolean | undefined }> {
  return {
    read: (reader) => {
      const value = fields.read(reader);
      return { ...value, readOnly: reader.remaining > 0 ? reader.readBool() : undefined };
    },
    write: (writer, value) => {
      fields.write(writer, value);
      if (value.readOnly !== undefined) writer.writeBool(value.readOnly);
    },
  };
}

export const connectRequestCodec = withReadOnly(connectRequestFields);
export const connectResponseCodec = withReadOnly(connectResponseFields);

export const NO_PASSWORD: Buffer = Buffer.alloc(PASSWORD_BYTES);
