import type { Random } from "@mesos-ts/base";
import type { Action, Batch, Restored, Status } from "./contract.ts";
import { truncatedTo } from "./replica.ts";

/** A disk that keeps what was synced, and of a batch under way whatever it likes in a crash. */
export class SimulatedDisk {
  status: Status = "EMPTY";
  promised = 0;
  readonly actions = new Map<number, Action>();
  #writing: Batch | undefined;

  begin(batch: Batch): void {
    this.#writing = batch;
  }

  /** The batch under way is synced. */
  sync(): void {
    const batch = this.#writing;
    this.#writing = undefined;
    if (batch === undefined) return;
    this.#metadata(batch);
    for (const action of batch.actions) this.actions.set(action.position, action);
    for (const position of [...this.actions.keys()]) {
      if (position < (batch.truncateTo ?? 0)) this.actions.delete(position);
    }
  }

  /** Power fails: each record of the batch under way is there, or not. */
  tear(random: Random): void {
    const batch = this.#writing;
    this.#writing = undefined;
    if (batch === undefined) return;
    if (random.next() < 0.5) this.#metadata(batch);
    for (const action of batch.actions) {
      if (random.next() < 0.5) this.actions.set(action.position, action);
    }
  }

  /** The disk was replaced by an empty one. */
  wipe(): void {
    this.status = "EMPTY";
    this.promised = 0;
    this.actions.clear();
    this.#writing = undefined;
  }

  read(from: number, to: number): Action[] {
    return this.#inOrder().filter(({ position }) => position >= from && position <= to);
  }

  restore(): Restored {
    const positions = this.#inOrder().map((action) => {
      const { position, promised, performed, learned } = action;
      return { position, promised, performed, learned, truncatedTo: truncatedTo(action) };
    });
    return { status: this.status, promised: this.promised, positions };
  }

  #metadata({ metadata }: Batch): void {
    if (metadata === undefined) return;
    this.status = metadata.status;
    this.promised = metadata.promised;
  }

  #inOrder(): Action[] {
    return [...this.actions.values()].sort((a, b) => a.position - b.position);
  }
}
