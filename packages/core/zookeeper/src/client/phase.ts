/** What a session does about a server at the moment. `connection` counts the attempts. */
export type Phase =
  | { readonly type: "idle" }
  | { readonly type: "resolving" }
  | { readonly type: "pausing"; readonly until: number }
  | { readonly type: "dialling"; readonly connection: number; readonly deadline: number }
  | OpenPhase
  | { readonly type: "closing"; readonly connection: number; readonly deadline: number }
  | { readonly type: "ended" };

export interface OpenPhase {
  readonly type: "open";
  readonly connection: number;
  lastSent: number;
  lastHeard: number;
}

/** A ping each third of the timeout. */
export function pingAt(phase: OpenPhase, timeoutMs: number): number {
  return phase.lastSent + timeoutMs / 3;
}

/** A server that is silent for two thirds is gone; the last third is left for finding another. */
export function silenceMs(timeoutMs: number): number {
  return (timeoutMs * 2) / 3;
}

/** When the phase wants to be looked at without anything happening. */
export function phaseDeadline(phase: Phase, timeoutMs: number): number | undefined {
  switch (phase.type) {
    case "pausing":
      return phase.until;
    case "dialling":
    case "closing":
      return phase.deadline;
    case "open":
      return Math.min(pingAt(phase, timeoutMs), phase.lastHeard + silenceMs(timeoutMs));
    case "idle":
    case "resolving":
    case "ended":
      return undefined;
    default:
      return phase satisfies never;
  }
}
