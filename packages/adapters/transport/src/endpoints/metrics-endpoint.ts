import { parseDuration } from "@mesos-ts/base";
import type { HttpRequest, HttpResponse } from "../http-types.ts";
import type { MetricsRegistry } from "../metrics.ts";
import type { Router } from "../router.ts";
import { jsonTextReply } from "./json-text.ts";
import { type Rate, RateLimiter } from "./rate-limiter.ts";

const HELP = `### TL;DR; ###
All metrics of this program, as they are now.

### DESCRIPTION ###
A JSON object from metric to number.

Query parameters:

>        timeout=VALUE       How long to wait for slow metrics, such as 10secs.
>        jsonp=VALUE         Name of the function to call with the object.
`;

/** `/metrics/snapshot`; `rate` undefined is no limit. */
export function addMetricsEndpoint(
  router: Router,
  registry: MetricsRegistry,
  options: { readonly rate: Rate | undefined; readonly realm?: string | undefined },
): void {
  const limiter = options.rate === undefined ? undefined : new RateLimiter(options.rate);

  const snapshot = async (request: HttpRequest): Promise<HttpResponse> => {
    const timeout = request.query.get("timeout");
    if (timeout !== undefined) {
      const parsed = parseDuration(timeout);
      if (parsed.type === "error") {
        return { status: 400, body: `Invalid timeout '${timeout}': ${parsed.error}.\n` };
      }
    }
    if (limiter !== undefined && !(await limiter.acquire())) return { status: 503 };
    return jsonTextReply(request, registry.snapshotJson());
  };
  router.route("metrics", "/snapshot", snapshot, { help: HELP, realm: options.realm });
}
