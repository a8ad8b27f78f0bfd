import type { HttpResponse } from "./http-types.ts";

/** Texts that Apache Mesos gives for statuses when nothing more specific is known. */
const DEFAULT_BODIES: Readonly<Record<number, string>> = {
  400: "400 Bad Request.",
  401: "401 Unauthorized.",
  403: "403 Forbidden.",
  404: "404 Not Found.",
  406: "406 Not Acceptable.",
  409: "409 Conflict.",
  412: "412 Precondition Failed.",
  413: "413 Payload Too Large.",
  415: "415 Unsupported Media Type.",
  500: "500 Internal Server Error.",
  501: "501 Not Implemented.",
  503: "503 Service Unavailable.",
};

/** The text for a status without a body of its own; undefined when its body is empty. */
export function defaultBody(status: number): string | undefined {
  return DEFAULT_BODIES[status];
}

/** 405 with `Allow` and Mesos's text. */
export function methodNotAllowed(allowed: readonly string[], received: string): HttpResponse {
  const expected = `{ '${allowed.join("', '")}' }`;
  return {
    status: 405,
    headers: { Allow: allowed.join(", ") },
    body: `405 Method Not Allowed. Expecting one of ${expected}, but received '${received}'.`,
  };
}
