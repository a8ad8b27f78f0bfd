/**
 * Bytes on the wire, without I/O: RecordIO, libprocess addresses and messages, and a strict
 * incremental HTTP/1.1 request parser.
 */
export { ByteAccumulator } from "./byte-accumulator.ts";
export type { RequestHead } from "./http-head.ts";
export { parseRequestHead } from "./http-head.ts";
export type { MessageEnvelope } from "./libprocess-message.ts";
export {
  formatMessage,
  messageHead,
  messageTail,
  parseMessageHead,
  unsafeMessageHead,
} from "./libprocess-message.ts";
export type { Address, Pid } from "./pid.ts";
export {
  ANONYMOUS_PID,
  formatAddress,
  formatPid,
  isSafeToken,
  parseAddress,
  parsePid,
  percentDecode,
} from "./pid.ts";
export type { RecordDecoderOptions, RecordIoError } from "./record-io.ts";
export {
  decodeRecords,
  encodeRecord,
  MAX_LENGTH_DIGITS,
  MAX_RECORD_BYTES,
  RecordDecoder,
  recordHeader,
} from "./record-io.ts";
export type {
  ParseError,
  ParseOutcome,
  ParserLimits,
  RequestParserOptions,
} from "./request-parser.ts";
export { DEFAULT_PARSER_LIMITS, RequestParser } from "./request-parser.ts";
