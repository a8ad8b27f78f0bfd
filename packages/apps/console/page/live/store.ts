/** What the page knows, as signals that its parts read. */
import { batch, type Signal, signal } from "@preact/signals";
import { Model } from "../model/model.ts";
import { applyEvent, applySlice, applyUsage, keepUsage, successorOf } from "../model/reducer.ts";
import { Series } from "../model/series.ts";
import type { FeedMessage } from "./feed.ts";
import type { Connection } from "./stream.ts";

export interface MasterFacts {
  readonly cluster: string;
  readonly id: string;
  readonly leader: string;
  readonly version: string;
  readonly builtAt: string;
  readonly startedAt: number | undefined;
  readonly electedAt: number | undefined;
}

const NO_FACTS: MasterFacts = {
  cluster: "",
  id: "",
  leader: "",
  version: "",
  builtAt: "",
  startedAt: undefined,
  electedAt: undefined,
};

/** How far the first snapshot is: tasks read of those there are. */
export interface Progress {
  readonly done: number;
  readonly all: number;
}

/** Changes are shown together, at most this often; in large clusters less often. */
const SHOW_MS = 150;
const SHOW_MS_LARGE = 1000;
const LARGE_TASKS = 5000;

/** Figures that are drawn over time, by the metrics they come from. */
export type Drawn = "cpus" | "mem" | "tasks";

export class Store {
  #model = new Model();
  /** The model once more, in another object whenever it has changed. */
  readonly #shown: Signal<{ readonly model: Model }> = signal({ model: this.#model });
  /** The snapshot that is being read. */
  #next: Model | undefined;
  #isShowPlanned = false;
  /** Changes with the model, which is the same object for long. */
  readonly revision: Signal<number> = signal(0);
  /** The master has told its state. */
  readonly isLoaded: Signal<boolean> = signal(false);
  readonly progress: Signal<Progress | undefined> = signal(undefined);
  readonly connection: Signal<Connection> = signal({ type: "connecting" });
  readonly facts: Signal<MasterFacts> = signal(NO_FACTS);
  readonly metrics: Signal<Readonly<Record<string, number>>> = signal({});
  readonly series: Readonly<Record<Drawn, Series>> = {
    cpus: new Series(),
    mem: new Series(),
    tasks: new Series(),
  };

  /** The model, for a part of the page that is to be drawn again when it changes. */
  use(): Model {
    return this.#shown.value.model;
  }

  /** The model as it is now. */
  peek(): Model {
    return this.#model;
  }

  take(message: FeedMessage): void {
    switch (message.type) {
      case "connection":
        this.connection.value = message.connection;
        return;
      case "begin":
        this.#next = successorOf(this.#model);
        this.progress.value = { done: 0, all: message.tasks };
        return;
      case "slice":
        this.#read(message.slice);
        return;
      case "end":
        this.#swap();
        return;
      case "event":
        if (applyEvent(this.#model, message.event)) this.#planShow();
        return;
      case "usage":
        applyUsage(this.#model, message.usage);
        if (this.facts.peek().cluster !== message.usage.cluster) {
          this.facts.value = { ...this.facts.peek(), cluster: message.usage.cluster };
        }
        this.#planShow();
        return;
      default:
        message satisfies never;
    }
  }

  /** Keeps the figures that are drawn over time. */
  takeMetrics(metrics: Readonly<Record<string, number>>, at: number): void {
    const of = (name: string): number => metrics[`master/${name}`] ?? 0;
    this.series.cpus.add({ at, value: of("cpus_used") });
    this.series.mem.add({ at, value: of("mem_used") });
    this.series.tasks.add({ at, value: of("tasks_running") });
    this.metrics.value = metrics;
  }

  #read(slice: Parameters<typeof applySlice>[1]): void {
    if (this.#next === undefined) return;
    applySlice(this.#next, slice);
    const { done = 0, all = 0 } = this.progress.peek() ?? {};
    this.progress.value = { done: done + (slice.tasks?.length ?? 0), all };
  }

  #swap(): void {
    if (this.#next === undefined) return;
    keepUsage(this.#next, this.#model);
    this.#model = this.#next;
    this.#next = undefined;
    this.isLoaded.value = true;
    this.progress.value = undefined;
    this.#show();
  }

  #show(): void {
    batch(() => {
      this.#shown.value = { model: this.#model };
      this.revision.value += 1;
    });
  }

  #planShow(): void {
    if (this.#isShowPlanned) return;
    this.#isShowPlanned = true;
    const isLarge = this.#model.tasks.size > LARGE_TASKS;
    setTimeout(
      () => {
        this.#isShowPlanned = false;
        this.#show();
      },
      isLarge ? SHOW_MS_LARGE : SHOW_MS,
    );
  }
}
