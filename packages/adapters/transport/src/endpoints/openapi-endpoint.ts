import type { Router } from "../router.ts";
import { jsonTextReply } from "./json-text.ts";
import { type OpenApiInfo, openApi } from "./openapi.ts";

/** `/openapi.json`: the router's endpoints as they are when asked, rendered when they changed. */
export function addOpenApiEndpoint(router: Router, info: OpenApiInfo): void {
  let rendered = { changes: -1, text: "" };
  const document = (): string => {
    if (rendered.changes !== router.changes) {
      const text = JSON.stringify(openApi(router.routes(), info));
      rendered = { changes: router.changes, text };
    }
    return rendered.text;
  };
  router.route("openapi.json", "/", (request) => jsonTextReply(request, document()), {
    description: {
      summary: "This program's endpoints as an OpenAPI 3.1 document.",
      operations: { GET: { reply: { types: ["application/json"] } } },
    },
  });
}
