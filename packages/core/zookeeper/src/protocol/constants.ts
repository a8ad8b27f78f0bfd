/** Numbers of the operations. Those below zero are never sent by a client. */
export const OP_CODE = {
  createSession: -10,
  closeSession: -11,
  error: -1,
  notification: 0,
  create: 1,
  delete: 2,
  exists: 3,
  getData: 4,
  setData: 5,
  getACL: 6,
  setACL: 7,
  getChildren: 8,
  sync: 9,
  ping: 11,
  getChildren2: 12,
  check: 13,
  multi: 14,
  create2: 15,
  reconfig: 16,
  checkWatches: 17,
  removeWatches: 18,
  createContainer: 19,
  deleteContainer: 20,
  createTTL: 21,
  multiRead: 22,
  auth: 100,
  setWatches: 101,
  sasl: 102,
  getEphemerals: 103,
  getAllChildrenNumber: 104,
  setWatches2: 105,
  addWatch: 106,
  whoAmI: 107,
} as const;

/** Request numbers (`xid`) that do not count requests. */
export const XID = { notification: -1, ping: -2, auth: -4, setWatches: -8 } as const;

export const ERROR_CODE = {
  OK: 0,
  SYSTEMERROR: -1,
  RUNTIMEINCONSISTENCY: -2,
  DATAINCONSISTENCY: -3,
  CONNECTIONLOSS: -4,
  MARSHALLINGERROR: -5,
  UNIMPLEMENTED: -6,
  OPERATIONTIMEOUT: -7,
  BADARGUMENTS: -8,
  NEWCONFIGNOQUORUM: -13,
  RECONFIGINPROGRESS: -14,
  APIERROR: -100,
  NONODE: -101,
  NOAUTH: -102,
  BADVERSION: -103,
  NOCHILDRENFOREPHEMERALS: -108,
  NODEEXISTS: -110,
  NOTEMPTY: -111,
  SESSIONEXPIRED: -112,
  INVALIDCALLBACK: -113,
  INVALIDACL: -114,
  AUTHFAILED: -115,
  SESSIONMOVED: -118,
  NOTREADONLY: -119,
  EPHEMERALONLOCALSESSION: -120,
  NOWATCHER: -121,
  REQUESTTIMEOUT: -122,
  RECONFIGDISABLED: -123,
  SESSIONCLOSEDREQUIRESASLAUTH: -124,
  QUOTAEXCEEDED: -125,
  THROTTLEDOP: -127,
} as const;

export type ErrorName = keyof typeof ERROR_CODE;
export type ErrorCode = (typeof ERROR_CODE)[ErrorName];

const ERROR_NAMES: ReadonlyMap<number, ErrorName> = new Map(
  Object.entries(ERROR_CODE).map(([name, code]) => [code, name as ErrorName]),
);

/** `NONODE`, or the number itself where it has no name. */
export function errorName(code: number): string {
  return ERROR_NAMES.get(code) ?? `error ${code}`;
}

export const EVENT_TYPE = {
  none: -1,
  nodeCreated: 1,
  nodeDeleted: 2,
  nodeDataChanged: 3,
  nodeChildrenChanged: 4,
  dataWatchRemoved: 5,
  childWatchRemoved: 6,
  persistentWatchRemoved: 7,
} as const;
export type EventType = (typeof EVENT_TYPE)[keyof typeof EVENT_TYPE];

export const KEEPER_STATE = {
  disconnected: 0,
  syncConnected: 3,
  authFailed: 4,
  connectedReadOnly: 5,
  saslAuthenticated: 6,
  expired: -112,
  closed: 7,
} as const;
export type KeeperState = (typeof KEEPER_STATE)[keyof typeof KEEPER_STATE];

/** How `addWatch` watches. */
export const ADD_WATCH_MODE = { persistent: 0, persistentRecursive: 1 } as const;

/** Which watches `checkWatches` and `removeWatches` mean. */
export const WATCHER_TYPE = {
  children: 1,
  data: 2,
  any: 3,
  persistent: 4,
  persistentRecursive: 5,
} as const;

export const PERM = { read: 1, write: 2, create: 4, delete: 8, admin: 16, all: 31 } as const;

/** What becomes of a new node, by the `flags` of its creation. */
export type CreateMode = {
  readonly flag: number;
  readonly ephemeral: boolean;
  readonly sequential: boolean;
  readonly container: boolean;
  readonly ttl: boolean;
};

const PLAIN = { ephemeral: false, sequential: false, container: false, ttl: false };

export const CREATE_MODE = {
  persistent: { ...PLAIN, flag: 0 },
  ephemeral: { ...PLAIN, flag: 1, ephemeral: true },
  persistentSequential: { ...PLAIN, flag: 2, sequential: true },
  ephemeralSequential: { ...PLAIN, flag: 3, ephemeral: true, sequential: true },
  container: { ...PLAIN, flag: 4, container: true },
  persistentWithTtl: { ...PLAIN, flag: 5, ttl: true },
  persistentSequentialWithTtl: { ...PLAIN, flag: 6, sequential: true, ttl: true },
} as const satisfies Record<string, CreateMode>;

const MODES: readonly CreateMode[] = Object.values(CREATE_MODE);

/** The mode of a creation's `flags`, or nothing if no mode has that number. */
export function createModeOf(flags: number): CreateMode | undefined {
  return MODES.find((mode) => mode.flag === flags);
}
