import type { HttpAuthenticator, HttpResponse } from "./http-types.ts";
import type { LibprocessNetwork } from "./libprocess.ts";
import type { TransportLog } from "./log.ts";
import type { Router } from "./router.ts";

export type TransportOptions = {
  /** Address to listen on. Default `0.0.0.0`. */
  readonly host?: string;
  /** Port to listen on; 0 (default) takes a free one. */
  readonly port?: number;
  /** IPv4 address that others reach this program at. Default: `host`, or 127.0.0.1 for `0.0.0.0`. */
  readonly advertiseIp?: string | undefined;
  /** Port that others reach this program at. Default: the port listened on. */
  readonly advertisePort?: number | undefined;
  /** Endpoints served here. */
  readonly router: Router;
  readonly authenticator?: HttpAuthenticator | undefined;
  /** Refuses endpoints by their normal path (firewall rules); undefined lets the request pass. */
  readonly firewall?: (path: string) => HttpResponse | undefined;
  /** LIBPROCESS_REQUIRE_PEER_ADDRESS_IP_MATCH: a message's sender must have its socket's address. */
  readonly requirePeerAddressIpMatch?: boolean;
  /**
   * Which messages get a reply, 202 or 404. Apache Mesos replies to all (default); "clients" leaves
   * out senders that say `User-Agent: libprocess/…`, which read no replies.
   */
  readonly messageReplies?: "all" | "clients";
  readonly log?: TransportLog;
};

/** One listening port for libprocess messages and HTTP, and the connections to peers. */
export type TransportServer = LibprocessNetwork & {
  readonly router: Router;
  /** Address and port listened on. */
  readonly host: string;
  readonly port: number;
};
