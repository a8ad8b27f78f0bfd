import type { RouteDescription, RouteOptions } from "@mesos-ts/transport";

/** The options of an endpoint under the name `<name>.json`, by which clients of before 1.0 call it. */
export function underOldName(name: string, options: RouteOptions): RouteOptions {
  const { description } = options;
  return description === undefined ? options : { ...options, description: old(name, description) };
}

function old(name: string, { operations }: RouteDescription): RouteDescription {
  return {
    summary: `The name of \`${name}\` in releases before 1.0.`,
    operations: Object.fromEntries(
      Object.entries(operations).map(([method, operation]) => [
        method,
        { ...operation, deprecated: true },
      ]),
    ),
  };
}
