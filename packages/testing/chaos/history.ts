import { appendFileSync } from "node:fs";

/** What happened, as somebody saw it. */
export type Happening =
  | { readonly kind: "fault" | "healed" | "skipped"; readonly what: string }
  | {
      readonly kind: "process";
      readonly name: string;
      readonly what: "started" | "ready" | "killed" | "ended";
      readonly pid?: number;
      /** How it ended by itself, and its last words. */
      readonly how?: string;
    }
  | RegisterAccess
  | {
      readonly kind: "agents";
      readonly master: string;
      readonly ids: Readonly<Record<string, string>>;
    }
  | { readonly kind: "subscribed" | "lost"; readonly framework: string; readonly master: string }
  | { readonly kind: "error"; readonly framework: string; readonly text: string }
  | {
      readonly kind: "launch" | "kill";
      readonly framework: string;
      readonly task: string;
      readonly agent: string;
    }
  | Status
  | { readonly kind: "note"; readonly text: string };

/** A write or read of a register: a role's weight or limit. */
export interface RegisterAccess {
  readonly kind: "register";
  readonly register: string;
  readonly access: "write" | "read";
  readonly value: number;
  readonly startMs: number;
  /** When the answer came; undefined for a write of which nobody knows whether it happened. */
  readonly endMs: number | undefined;
  readonly master: string;
}

/** A task's status, as its scheduler received it. */
export interface Status {
  readonly kind: "status";
  readonly framework: string;
  readonly task: string;
  readonly state: string;
  readonly source: string;
  readonly reason: string;
  readonly uuid: string;
  readonly message: string;
}

export type Entry = Happening & { readonly ms: number };

/** All that happened, in order, with monotonic times; also as JSON lines in a file. */
export class History {
  readonly entries: Entry[] = [];
  readonly path: string;
  readonly #startedMs = performance.now();

  constructor(path: string) {
    this.path = path;
  }

  /** Milliseconds since the start. */
  now(): number {
    return Math.round((performance.now() - this.#startedMs) * 10) / 10;
  }

  add(happening: Happening): void {
    const entry = { ms: this.now(), ...happening };
    this.entries.push(entry);
    appendFileSync(this.path, `${JSON.stringify(entry)}\n`);
  }
}

/** The lines around a time. */
export function around(entries: readonly Entry[], ms: number, lines: number): readonly string[] {
  const found = entries.findIndex((entry) => entry.ms >= ms);
  const middle = found < 0 ? entries.length : found;
  return entries
    .slice(Math.max(0, middle - lines), middle + lines)
    .map((entry) => JSON.stringify(entry));
}
