import { type ClientRequest, ERROR_CODE, type Outcome, type WatchEvent } from "@mesos-ts/zookeeper";
import type { OnChange } from "./port.ts";

interface Entry {
  readonly request: ClientRequest;
  readonly done: (outcome: Outcome) => void;
  readonly changed: OnChange | undefined;
}

/** Who is to be told of answers and watches, by the number of the request. */
export class Pending {
  readonly #requests = new Map<number, Entry>();
  readonly #watches = new Map<number, OnChange>();
  #lastId = 0;

  add(
    request: ClientRequest,
    done: (outcome: Outcome) => void,
    changed: OnChange | undefined,
  ): number {
    this.#lastId += 1;
    this.#requests.set(this.#lastId, { request, done, changed });
    return this.#lastId;
  }

  answer(id: number, outcome: Outcome): void {
    const entry = this.#requests.get(id);
    if (entry === undefined) return;
    this.#requests.delete(id);
    if (entry.changed !== undefined && leavesWatch(entry.request, outcome)) {
      this.#watches.set(id, entry.changed);
    }
    entry.done(outcome);
  }

  fire(id: number, event: WatchEvent): void {
    const changed = this.#watches.get(id);
    this.#watches.delete(id);
    changed?.(event);
  }

  forgetWatches(): void {
    this.#watches.clear();
  }
}

function leavesWatch(request: ClientRequest, outcome: Outcome): boolean {
  if (outcome.type === "ok") return true;
  return request.op === "exists" && outcome.error.code === ERROR_CODE.NONODE;
}
