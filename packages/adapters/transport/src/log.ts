/** Where this package reports what an operator should know. Injected; structural. */
export type TransportLog = {
  info(text: string): void;
  warn(text: string): void;
  error(text: string): void;
};

/** A log that says nothing. */
export const silentLog: TransportLog = { info() {}, warn() {}, error() {} };
