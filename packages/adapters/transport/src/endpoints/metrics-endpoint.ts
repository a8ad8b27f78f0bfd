import { parseDuration } from "@mesos-ts/base";
import type { HttpRequest, HttpResponse } from "../http-types.ts";
import type { MetricsRegistry } from "../metrics.ts";
import { JSONP, type RouteDescription } from "../route-description.ts";
import type { Router } from "../router.ts";
import { jsonTextReply } from "./json-text.ts";
import { type Rate, RateLimiter } from "./rate-limiter.ts";

const DESCRIPTION: RouteDescription = {
  summary: "All metrics of this program, as they are now.",
  details: "A JSON object from metric to number. For Prometheus there is `/metrics`.",
  operations: {
    GET: {
      query: [
        { name: "timeout", summary: "How long to wait for slow metrics, such as 10secs." },
        JSONP,
      ],
      reply: { types: ["application/json"] },
      statuses: {
        200: "The metrics.",
        400: "The timeout is no duration.",
        503: "Too many wait for their turn.",
      },
    },
  },
};

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
  router.route("metrics", "/snapshot", snapshot, {
    description: DESCRIPTION,
    realm: options.realm,
  });
}
