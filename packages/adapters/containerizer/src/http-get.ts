import type { IncomingMessage } from "node:http";
import { http, https } from "@mesos-ts/runtime";

/** curl's limit. */
const MAX_REDIRECTS = 50;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** How {@link httpGet} behaves. */
export interface GetOptions {
  readonly signal: AbortSignal;
  /** Accept any certificate. */
  readonly insecure?: boolean;
}

function getOnce(url: URL, options: GetOptions): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const settings = {
    agent: false,
    headers: { accept: "*/*", "user-agent": "mesos-ts" },
    signal: options.signal,
  } as const;
  const request =
    url.protocol === "https:"
      ? https().request(
          url,
          { ...settings, rejectUnauthorized: options.insecure !== true },
          resolve,
        )
      : http.request(url, settings, resolve);
  request.on("error", reject);
  request.end();
  return promise;
}

/**
 * GETs a URL and follows redirects as `curl -L` does. Resolves with the response of the last hop,
 * its body unread; the caller reads or destroys it. Throws on connection errors and bad redirects.
 */
export async function httpGet(address: string, options: GetOptions): Promise<IncomingMessage> {
  let url = new URL(address);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const response = await getOnce(url, options);
    const { location } = response.headers;
    if (!REDIRECTS.has(response.statusCode ?? 0) || location === undefined) {
      return response;
    }
    response.resume();
    url = new URL(location, url);
    if (url.protocol !== "http:" && url.protocol !== "https:") {
      throw new Error(`Redirect to unsupported protocol '${url.protocol}'`);
    }
  }
  throw new Error(`Maximum (${MAX_REDIRECTS}) redirects followed`);
}
