import type { AgentEffect } from "@mesos-ts/agent";
import type { Allocator, Decisions, RecoverReason } from "@mesos-ts/allocator";
import type { Resources } from "@mesos-ts/resources";

/** Faults put into our own code on purpose, to see that the simulator finds them. */
export const SABOTAGES = [
  "double-offer",
  "lost-resources",
  "unheard-quota",
  "send-before-persist",
  "vote-before-sync",
] as const;

export type Sabotage = (typeof SABOTAGES)[number];

/** Often enough to be found, seldom enough to be a search. */
const EVERY = 60;

/** What stands between the real cores and their runners: nothing, or one deliberate mistake. */
export class Saboteur {
  readonly #sabotage: Sabotage | undefined;
  #calls = 0;

  constructor(sabotage: Sabotage | undefined) {
    this.#sabotage = sabotage;
  }

  allocator(real: Allocator): Allocator {
    switch (this.#sabotage) {
      case "double-offer":
        return this.#wrap(real, {
          run: (nowMs: number): Decisions => {
            const decisions = real.run(nowMs);
            const [first] = decisions.offers;
            if (first === undefined || !this.#now()) return decisions;
            return { ...decisions, offers: [...decisions.offers, first] };
          },
        });
      case "lost-resources":
        return this.#wrap(real, {
          recover: (
            frameworkId: string,
            agentId: string,
            resources: Resources,
            reason: RecoverReason,
            refuseMs: number | undefined,
            nowMs: number,
          ): void => {
            if (this.#now()) return;
            real.recover(frameworkId, agentId, resources, reason, refuseMs, nowMs);
          },
        });
      case "unheard-quota":
        return this.#wrap(real, { updateQuota: () => undefined });
      default:
        return real;
    }
  }

  /** Whether a replica says that it has written before it has. */
  get votesEarly(): boolean {
    return this.#sabotage === "vote-before-sync";
  }

  agentEffects(effects: readonly AgentEffect[]): readonly AgentEffect[] {
    if (this.#sabotage !== "send-before-persist" || !this.#now()) return effects;
    const late = effects.filter((effect) => effect.type === "checkpoint");
    return [...effects.filter((effect) => effect.type !== "checkpoint"), ...late];
  }

  #wrap(real: Allocator, changed: Partial<Allocator>): Allocator {
    return new Proxy(real, {
      get: (target, name) => {
        const value: unknown = Reflect.get(name in changed ? changed : target, name);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
  }

  #now(): boolean {
    return ++this.#calls % EVERY === 0;
  }
}
