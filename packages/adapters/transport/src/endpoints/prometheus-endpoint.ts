import type { HttpRequest, HttpResponse } from "../http-types.ts";
import type { MetricsRegistry } from "../metrics.ts";
import { PROCESS_FAMILIES, processSamples } from "../prometheus/process-metrics.ts";
import { metricsText, type TextFormat } from "../prometheus/text.ts";
import type { RouteDescription } from "../route-description.ts";
import type { Router } from "../router.ts";
import { type Rate, RateLimiter } from "./rate-limiter.ts";

const TYPES: Readonly<Record<TextFormat, string>> = {
  prometheus: "text/plain; version=0.0.4; charset=utf-8",
  openmetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8",
};

const DESCRIPTION: RouteDescription = {
  summary: "All metrics of this program for Prometheus: names, labels, types, units and help.",
  details:
    "Prometheus's text format, or OpenMetrics where the header `Accept` asks for it. The same numbers under Mesos's own keys are at `/metrics/snapshot`.\n",
  operations: {
    GET: {
      reply: { types: ["text/plain", "application/openmetrics-text"] },
      statuses: { 200: "The metrics.", 503: "Too many wait for their turn." },
    },
  },
};

/** `/metrics`; `rate` undefined is no limit. */
export function addPrometheusEndpoint(
  router: Router,
  registry: MetricsRegistry,
  options: { readonly rate: Rate | undefined; readonly realm?: string | undefined },
): void {
  const limiter = options.rate === undefined ? undefined : new RateLimiter(options.rate);
  registry.catalogue.add(PROCESS_FAMILIES);
  const metrics = async (request: HttpRequest): Promise<HttpResponse> => {
    if (limiter !== undefined && !(await limiter.acquire())) return { status: 503 };
    const format = wantedFormat(request.header("accept"));
    const { catalogue } = registry;
    const samples = [...registry.snapshot(), ...processSamples()];
    const body = metricsText({ samples, catalogue, histograms: registry.histograms() }, format);
    return { status: 200, headers: { "Content-Type": TYPES[format] }, body };
  };
  router.route("metrics", "/", metrics, {
    methods: ["GET"],
    realm: options.realm,
    description: DESCRIPTION,
  });
}

/** OpenMetrics only for those who name it: others could not read it. */
function wantedFormat(accept = ""): TextFormat {
  const named = accept
    .split(",")
    .map((range) =>
      range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    )
    .find(([type]) => type === "application/openmetrics-text");
  return named === undefined || named.includes("q=0") ? "prometheus" : "openmetrics";
}
