import { Buffer } from "node:buffer";
import type { TaskStatus } from "@mesos-ts/protos";
import type { World } from "./world.ts";

/** A rule was broken: the text says which, and by what. */
export class Violation extends Error {
  override readonly name = "Violation";
}

export function hex(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? "" : Buffer.from(bytes).toString("hex");
}

interface TaskHistory {
  /** Updates in the order in which their agent made them. */
  readonly made: string[];
  readonly received: Set<string>;
  /** How many of `made` the scheduler has seen, in order. */
  next: number;
  /** An agent that could not remember them was lost: the rest need not arrive. */
  excused: boolean;
}

/** Who said what to whom about each task, and whether it was in order. */
export class History {
  readonly #world: World;
  readonly #tasks = new Map<string, TaskHistory>();

  constructor(world: World) {
    this.#world = world;
  }

  /** An agent made an update of its own (not a repetition). */
  made(task: string, status: TaskStatus): void {
    const history = this.#task(task);
    const uuid = hex(status.uuid);
    if (history.made.includes(uuid)) return;
    history.made.push(uuid);
    this.#world.note(() => `history: ${task} made ${status.state} ${uuid.slice(0, 6)}`);
  }

  /** A scheduler received an update. */
  received(task: string, status: TaskStatus): void {
    const uuid = hex(status.uuid);
    this.#world.note(() => `history: ${task} received ${status.state} ${uuid.slice(0, 6)}`);
    if (uuid === "") return;
    const history = this.#task(task);
    if (history.received.has(uuid)) return;
    history.received.add(uuid);
    const position = history.made.indexOf(uuid);
    if (position < 0) return;
    if (position !== history.next) {
      throw new Violation(
        `order: update ${position + 1} of task ${task} came when number ${history.next + 1} was due`,
      );
    }
    history.next++;
  }

  excuse(task: string): void {
    this.#task(task).excused = true;
  }

  /** Their framework was removed: what they were is of no interest any more. */
  excuseAll(isMeant: (task: string) => boolean): void {
    for (const [task, history] of this.#tasks) if (isMeant(task)) history.excused = true;
  }

  /** At the end, with everything healed: whatever was made was received. */
  checkDelivered(stillWanted: (task: string) => boolean): void {
    for (const [task, history] of this.#tasks) {
      if (history.excused || !stillWanted(task)) continue;
      if (history.next < history.made.length) {
        throw new Violation(
          `delivery: ${history.made.length - history.next} of ${history.made.length} updates of task ${task} never arrived`,
        );
      }
    }
  }

  #task(task: string): TaskHistory {
    let history = this.#tasks.get(task);
    if (history === undefined) {
      history = {
        made: [],
        received: new Set(),
        next: 0,
        excused: false,
      };
      this.#tasks.set(task, history);
    }
    return history;
  }
}
