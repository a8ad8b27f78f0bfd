/** What an endpoint says of itself: help pages and the OpenAPI document are made of this. */

export const METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE"] as const;

export type Method = (typeof METHODS)[number];

/** A parameter of the query, of the path, or a field of a form. */
export type ParameterDescription = {
  readonly name: string;
  readonly summary: string;
  /** Default: a text. */
  readonly type?: "string" | "integer" | "number" | "boolean";
  readonly required?: boolean;
};

/** Schemas of JSON by name, one of which is meant. */
export type SchemaDescription = {
  readonly name: string;
  /** It, and all that it refers to as `#/components/schemas/<name>`. */
  readonly definitions: () => Readonly<Record<string, object>>;
};

/** A body: of a request, or of the reply when all is well. */
export type ContentDescription = {
  readonly types: readonly string[];
  readonly summary?: string;
  /** Of forms. */
  readonly fields?: readonly ParameterDescription[];
  /** Of JSON. */
  readonly schema?: SchemaDescription;
};

/** One method of an endpoint. */
export type OperationDescription = {
  /** Where the endpoint's own summary is not enough. */
  readonly summary?: string;
  readonly query?: readonly ParameterDescription[];
  readonly body?: ContentDescription;
  readonly reply?: ContentDescription;
  /** What the statuses mean. Default: `200`. */
  readonly statuses?: Readonly<Record<number, string>>;
  readonly deprecated?: boolean;
};

export type Operations = { readonly [M in Method]?: OperationDescription };

/** Paths below an endpoint's own that it serves as well. */
export type BelowDescription = {
  /** With parameters in braces: `{role}`. */
  readonly path: string;
  readonly parameters: readonly ParameterDescription[];
  readonly operations: Operations;
};

export type RouteDescription = {
  /** One sentence. */
  readonly summary: string;
  /** What else there is to know, in Markdown. */
  readonly details?: string;
  /** None: only the paths below are served. */
  readonly operations: Operations;
  readonly below?: readonly BelowDescription[];
};

/** The function that a reply is to be wrapped in, for pages of other origins. */
export const JSONP: ParameterDescription = {
  name: "jsonp",
  summary: "Name of a function: the reply is a call of it, as text/javascript.",
};

/** An endpoint that is read: `GET`, with these query parameters and a JSON reply. */
export function readsJson(
  summary: string,
  query: readonly ParameterDescription[] = [],
): RouteDescription {
  return {
    summary,
    operations: { GET: { query: [...query, JSONP], reply: { types: ["application/json"] } } },
  };
}

/** The methods that a route answers, by its description. */
export function operationsOf(operations: Operations): [Method, OperationDescription][] {
  return METHODS.flatMap((method) => {
    const operation = operations[method];
    return operation === undefined ? [] : [[method, operation] as [Method, OperationDescription]];
  });
}
