import { describe, expect, it } from "vitest";
import type { RouteOptions } from "../http-types.ts";
import { Router } from "../router.ts";
import { helpText } from "./help-text.ts";
import { openApi } from "./openapi.ts";

const QUOTA: RouteOptions = {
  leaderOnly: true,
  realm: "mesos-master-readwrite",
  description: {
    summary: "Quotas of roles.",
    details: "Not for everybody.\n",
    operations: {
      GET: {
        query: [{ name: "order", summary: "Which first.", type: "integer" }],
        reply: { types: ["application/json"] },
      },
      POST: {
        summary: "Sets one.",
        body: {
          types: ["application/x-www-form-urlencoded"],
          fields: [{ name: "role", summary: "Whose.", required: true }],
        },
        statuses: { 202: "It is set.", 400: "It cannot be." },
        deprecated: true,
      },
    },
    below: [
      {
        path: "{role}",
        parameters: [{ name: "role", summary: "Whose." }],
        operations: { DELETE: { summary: "Ends one." } },
      },
    ],
  },
};

function routerWith(processId: string, name: string, options: RouteOptions): Router {
  const router = new Router("master");
  router.route(processId, name, () => ({ status: 200 }), options);
  return router;
}

const INFO = { title: "mesos-master", version: "1.12.0", defaultProcess: "master" };

describe("one description of a route", () => {
  it("becomes a path of an OpenAPI document", () => {
    const routes = routerWith("master", "/quota", QUOTA).routes();
    const implied = {
      307: { description: "Another master leads: see Location." },
      401: { description: "Credentials are missing or wrong." },
      403: { description: "Not for this principal." },
      503: { description: "No master leads, or it recovers." },
    };
    const common = { tags: ["master"], security: [{ basic: [] }] };
    expect(openApi(routes, INFO)).toMatchObject({
      openapi: "3.1.0",
      info: { title: "mesos-master", version: "1.12.0" },
      paths: {
        "/quota": {
          get: {
            ...common,
            operationId: "getQuota",
            summary: "Quotas of roles.",
            description: "Not for everybody.\n",
            parameters: [
              {
                name: "order",
                in: "query",
                description: "Which first.",
                schema: { type: "integer" },
              },
            ],
            responses: {
              200: { description: "As asked.", content: { "application/json": {} } },
              ...implied,
            },
          },
          post: {
            ...common,
            summary: "Sets one.",
            deprecated: true,
            requestBody: {
              required: true,
              content: {
                "application/x-www-form-urlencoded": {
                  schema: {
                    type: "object",
                    properties: { role: { type: "string", description: "Whose." } },
                    required: ["role"],
                  },
                },
              },
            },
            responses: { 202: { description: "It is set." }, ...implied },
          },
        },
        "/quota/{role}": {
          parameters: [{ name: "role", in: "path", required: true }],
          delete: { operationId: "deleteQuotaRole", summary: "Ends one." },
        },
      },
    });
  });

  it("becomes a help page", () => {
    const [route] = routerWith("master", "/quota", QUOTA).routes();
    if (route === undefined) throw new Error("no route");
    expect(helpText(route, "master")).toBe(`### USAGE ###
>        /quota
>        /master/quota

### TL;DR; ###
Quotas of roles.

### DESCRIPTION ###
Not for everybody.

\`GET\`

Query parameters:

>        order=VALUE         Which first.

Reply: application/json

\`POST\` (deprecated): Sets one.

Body: application/x-www-form-urlencoded

Its fields:

>        role=VALUE          Whose. Required.

Statuses:

>        202  It is set.
>        400  It cannot be.

\`DELETE …/{role}\`: Ends one.

Parts of the path:

>        role=VALUE          Whose.

Only the leading master answers; others redirect to it (307), or say that there is none, or that it recovers (503).

### AUTHENTICATION ###
Asked for when HTTP authentication is enabled for the realm \`mesos-master-readwrite\`.
`);
  });

  it("of another process keeps the process's name; without one a route is not in the document", () => {
    const router = routerWith("files", "/read", {
      description: { summary: "Reads.", operations: { GET: {} } },
    });
    router.route("files", "/secret", () => ({ status: 200 }));
    expect(openApi(router.routes(), INFO)).toMatchObject({ paths: { "/files/read": {} } });
    const [, secret] = router.routes();
    expect(secret && helpText(secret, "master")).toBe("## No help page for `/files/secret`\n");
  });
});
