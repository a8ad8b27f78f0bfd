import { parseDuration, parseInteger } from "@mesos-ts/base";
import type { HttpRequest, HttpResponse } from "../http-types.ts";
import type { RouteDescription } from "../route-description.ts";
import type { Router } from "../router.ts";

/** Where the verbosity of logs is kept. */
export type LogLevelStore = { get(): number; set(level: number): void };

/** Longest time that a level can be set for: the longest timer, about 24 days, in milliseconds. */
const MAX_TOGGLE_MS = 2 ** 31 - 1;
const MAX_LEVEL = 2 ** 31 - 1;

const DESCRIPTION: RouteDescription = {
  summary: "Shows the verbosity of the logs, or changes it for a while.",
  details: "Both parameters are given, to change it, or none.",
  operations: {
    GET: {
      query: [
        {
          name: "level",
          summary: "Verbosity (0, 1, 2, 3), not below the original one.",
          type: "integer",
        },
        { name: "duration", summary: "How long to keep it (10secs, 15mins)." },
      ],
      reply: { types: ["text/plain"], summary: "The verbosity; nothing when it was changed." },
      statuses: { 200: "The verbosity, or it was changed.", 400: "A parameter is wrong." },
    },
  },
};

/** A verbosity that returns to its original value by itself. */
export class LogToggle {
  readonly #store: LogLevelStore;
  readonly #original: number;
  #revert: NodeJS.Timeout | undefined;

  /** The store's level now is the original one. */
  constructor(store: LogLevelStore) {
    this.#store = store;
    this.#original = store.get();
  }

  get level(): number {
    return this.#store.get();
  }

  get original(): number {
    return this.#original;
  }

  /** Sets the level for `durationMs`; a later call replaces an earlier one. */
  set(level: number, durationMs: number): void {
    clearTimeout(this.#revert);
    this.#revert = undefined;
    this.#store.set(level);
    if (level === this.#original) return;
    const revert = (): void => this.#store.set(this.#original);
    this.#revert = setTimeout(revert, Math.min(durationMs, MAX_TOGGLE_MS)).unref();
  }
}

/** `/logging/toggle`. */
export function addLoggingEndpoint(
  router: Router,
  toggle: LogToggle,
  options: { readonly realm?: string | undefined } = {},
): void {
  const handler = (request: HttpRequest): HttpResponse => {
    const level = request.query.get("level");
    const duration = request.query.get("duration");
    if (level === undefined && duration === undefined) {
      return { status: 200, body: `${toggle.level}\n` };
    }
    if (duration === undefined) return refuse("Expecting 'duration=value' in query");
    if (level === undefined) return refuse("Expecting 'level=value' in query");
    const value = parseInteger(level, -MAX_LEVEL - 1, MAX_LEVEL);
    if (value.type === "error") return refuse(value.error);
    if (value.value < 0) return refuse(`Invalid level '${value.value}'`);
    if (value.value < toggle.original) return refuse(`'${value.value}' < original level`);
    const time = parseDuration(duration);
    if (time.type === "error") return refuse(time.error);
    toggle.set(value.value, time.value);
    return { status: 200 };
  };
  router.route("logging", "/toggle", handler, { description: DESCRIPTION, realm: options.realm });
}

function refuse(why: string): HttpResponse {
  return { status: 400, body: `${why}.\n` };
}
