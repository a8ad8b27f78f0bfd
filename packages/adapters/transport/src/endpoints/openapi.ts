/** The endpoints as an OpenAPI 3.1 document: what help pages say, for programs. */
import {
  type ContentDescription,
  type OperationDescription,
  type Operations,
  operationsOf,
  type ParameterDescription,
} from "../route-description.ts";
import type { Route } from "../router.ts";
import { pathsOf } from "./help-text.ts";

export type OpenApiInfo = {
  readonly title: string;
  readonly version: string;
  readonly defaultProcess: string;
};

type Schemas = Record<string, object>;

/** The document. Its paths are the shortest ones; every endpoint is below its process's name, too. */
export function openApi(routes: readonly Route[], info: OpenApiInfo): object {
  const schemas: Schemas = {};
  const paths: Record<string, object> = {};
  for (const route of routes) {
    const { description } = route.options;
    if (description === undefined) continue;
    const [own = ""] = pathsOf(route, info.defaultProcess);
    if (Object.keys(description.operations).length > 0) {
      paths[own] = pathItem(own, route, description.operations, [], schemas);
    }
    for (const { path, parameters, operations } of description.below ?? []) {
      const full = `${own === "/" ? "" : own}/${path}`;
      paths[full] = pathItem(full, route, operations, parameters, schemas);
    }
  }
  return {
    openapi: "3.1.0",
    info: { title: info.title, version: info.version },
    servers: [{ url: "/" }],
    paths,
    components: {
      schemas,
      securitySchemes: { basic: { type: "http", scheme: "basic" } },
    },
  };
}

function pathItem(
  path: string,
  route: Route,
  operations: Operations,
  parameters: readonly ParameterDescription[],
  schemas: Schemas,
): object {
  const methods = operationsOf(operations).map(([method, operation]) => [
    method.toLowerCase(),
    { operationId: operationId(method, path), ...operationObject(route, operation, schemas) },
  ]);
  const common = parameters.map((each) => parameterObject(each, "path"));
  return { ...(common.length === 0 ? {} : { parameters: common }), ...Object.fromEntries(methods) };
}

/** What generators of clients call their functions: `getMaintenanceStatus`. */
function operationId(method: string, path: string): string {
  const words = path.split(/[^a-zA-Z0-9]+/).filter((word) => word !== "");
  const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
  return method.toLowerCase() + (words.length === 0 ? "Page" : words.map(capital).join(""));
}

function operationObject(
  route: Route,
  operation: OperationDescription,
  schemas: Schemas,
): Record<string, unknown> {
  const { description, realm } = route.options;
  const query = (operation.query ?? []).map((each) => parameterObject(each, "query"));
  return {
    tags: [route.processId],
    summary: operation.summary ?? description?.summary,
    ...(description?.details === undefined ? {} : { description: description.details }),
    ...(operation.deprecated === true ? { deprecated: true } : {}),
    ...(query.length === 0 ? {} : { parameters: query }),
    ...(operation.body === undefined
      ? {}
      : { requestBody: { required: true, ...contentObject(operation.body, schemas) } }),
    responses: responses(route, operation, schemas),
    ...(realm === undefined ? {} : { security: [{ basic: [] }] }),
  };
}

function parameterObject(parameter: ParameterDescription, where: "path" | "query"): object {
  const { name, summary, type = "string", required = false } = parameter;
  return {
    name,
    in: where,
    description: summary,
    ...(required || where === "path" ? { required: true } : {}),
    schema: { type },
  };
}

function contentObject(content: ContentDescription, schemas: Schemas): Record<string, unknown> {
  const { types, summary, schema, fields } = content;
  if (schema !== undefined) Object.assign(schemas, schema.definitions());
  const of = (type: string): object => {
    if (fields !== undefined) return { schema: formSchema(fields) };
    const isJson = type === "application/json" && schema !== undefined;
    return isJson ? { schema: { $ref: `#/components/schemas/${schema.name}` } } : {};
  };
  return {
    ...(summary === undefined ? {} : { description: summary }),
    content: Object.fromEntries(types.map((type) => [type, of(type)])),
  };
}

function formSchema(fields: readonly ParameterDescription[]): object {
  const required = fields.filter((field) => field.required === true).map(({ name }) => name);
  return {
    type: "object",
    properties: Object.fromEntries(
      fields.map(({ name, summary, type = "string" }) => [name, { type, description: summary }]),
    ),
    ...(required.length === 0 ? {} : { required }),
  };
}

/** Statuses that a route has without saying so. */
function impliedStatuses({ options }: Route): Record<number, string> {
  return {
    ...(options.leaderOnly === true
      ? { 307: "Another master leads: see Location.", 503: "No master leads, or it recovers." }
      : {}),
    ...(options.realm === undefined
      ? {}
      : { 401: "Credentials are missing or wrong.", 403: "Not for this principal." }),
  };
}

function responses(
  route: Route,
  { statuses = { 200: "As asked." }, reply }: OperationDescription,
  schemas: Schemas,
): Record<string, object> {
  const all = { ...statuses, ...impliedStatuses(route) };
  return Object.fromEntries(
    Object.entries(all).map(([status, text]) => {
      if (reply === undefined || status !== "200") return [status, { description: text }];
      const { description = text, ...content } = contentObject(reply, schemas);
      return [status, { description, ...content }];
    }),
  );
}
