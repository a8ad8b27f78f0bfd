/** Limits of the transport, one place for all. Sizes in bytes, times in milliseconds. */

/** A collected HTTP request body, unless a route says otherwise. */
export const MAX_BODY_BYTES = 64 * 1024 * 1024;
/** A libprocess message body. */
export const MAX_MESSAGE_BYTES = 128 * 1024 * 1024;
/** Request line and headers of plain HTTP requests. */
export const MAX_HEADER_BYTES = 64 * 1024;
/** Headers of one plain HTTP request. */
export const MAX_HEADERS = 200;
/** Connections accepted at the same time. */
export const MAX_CONNECTIONS = 65_536;
/** Requests that one HTTP connection may have waiting (pipelining). */
export const MAX_PIPELINED = 1000;
/** Messages queued for one peer, sent and unsent; above it the connection is given up. */
export const MAX_PEER_QUEUE_BYTES = 256 * 1024 * 1024;
/** Peers that one node talks to. */
export const MAX_PEERS = 65_536;
/** Bytes of unsent message replies kept for a peer that reads none. */
export const MAX_REPLY_BACKLOG_BYTES = 256 * 1024;
/** Unsent bytes of one event stream; above it the subscriber is disconnected. */
export const MAX_STREAM_BACKLOG_BYTES = 64 * 1024 * 1024;

/** On closing: sending what is queued for a peer. */
export const CLOSE_FLUSH_MS = 1_000;
/** Making a connection to a peer. */
export const CONNECT_TIMEOUT_MS = 30_000;
/** A peer connection without links and without messages is closed after this. */
export const UNLINKED_IDLE_MS = 60_000;
/** Receiving a request's headers. */
export const HEADERS_TIMEOUT_MS = 60_000;
/** Receiving a collected body, or a libprocess message that has begun, without any progress. */
export const BODY_STALL_TIMEOUT_MS = 60_000;
/** An HTTP connection with nothing to do is closed after this. */
export const KEEP_ALIVE_IDLE_MS = 600_000;
/** First probe of TCP keep-alive, which finds peers that vanished without a word. */
export const TCP_KEEP_ALIVE_MS = 60_000;
/** How often stalled connections are looked for. */
export const STALL_SCAN_INTERVAL_MS = 5_000;
/** Bodies from this size on are compressed for clients that accept it. */
export const GZIP_MIN_BYTES = 1024;
