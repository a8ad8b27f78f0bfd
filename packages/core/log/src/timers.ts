import { Heap } from "@mesos-ts/base";

type Timer = { readonly at: number; readonly run: () => void; cancelled: boolean };

/** What is to happen later, in the time that events bring. */
export class Timers {
  readonly #heap = new Heap<Timer>((a, b) => a.at < b.at);

  /** Runs `run` once `at` has come, unless the function given back is called before. */
  set(at: number, run: () => void): () => void {
    const timer: Timer = { at, run, cancelled: false };
    this.#heap.push(timer);
    return () => {
      timer.cancelled = true;
    };
  }

  runDue(now: number): void {
    for (let timer = this.#next(); timer !== undefined && timer.at <= now; timer = this.#next()) {
      this.#heap.pop();
      timer.run();
    }
  }

  get nextAt(): number | undefined {
    return this.#next()?.at;
  }

  #next(): Timer | undefined {
    while (this.#heap.peek()?.cancelled === true) this.#heap.pop();
    return this.#heap.peek();
  }
}
