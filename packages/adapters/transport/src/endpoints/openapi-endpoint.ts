import type { Router } from "../router.ts";
import { jsonReply } from "./json-text.ts";
import { type OpenApiInfo, openApi } from "./openapi.ts";

/** `/openapi.json`: the router's endpoints as they are when asked. */
export function addOpenApiEndpoint(router: Router, info: OpenApiInfo): void {
  router.route(
    "openapi.json",
    "/",
    (request) => jsonReply(request, openApi(router.routes(), info)),
    {
      description: {
        summary: "This program's endpoints as an OpenAPI 3.1 document.",
        operations: { GET: { reply: { types: ["application/json"] } } },
      },
    },
  );
}
