import type { replicatedLog } from "@mesos-ts/protos";
import type { Action } from "./contract.ts";
import type { Exchange } from "./exchange.ts";
import type { LogMessage } from "./messages.ts";

/** How a vote ended. A `rejected` one names the highest proposal that stood against it. */
export type Verdict<T> =
  | { readonly type: "accepted"; readonly value: T }
  | { readonly type: "rejected"; readonly proposal: number }
  /** So many replicas do not vote at present that a quorum cannot be had. */
  | { readonly type: "ignored" };

export type Ballot = { resend(): void; close(): void };

type Response = replicatedLog.PromiseResponse | replicatedLog.WriteResponse;

/** Old replicas say only `okay`. */
const rejects = (response: Response): boolean =>
  response.type === undefined ? !response.okay : response.type === "REJECT";

/**
 * Counts answers until a quorum has voted. `accept` takes an answer in favour and gives a value if
 * that alone settles it; `value` is asked when a quorum is in favour.
 */
function vote<T>(
  exchange: Exchange,
  request: LogMessage,
  reading: {
    /** The answer to this question, or undefined if it is one to another. */
    read(message: LogMessage): Response | undefined;
    accept(response: Response): T | undefined;
    value(): T;
  },
  done: (verdict: Verdict<T>) => void,
): Ballot {
  let votes = 0;
  let ignores = 0;
  let highest: number | undefined;
  const finish = (verdict: Verdict<T>): void => {
    round.close();
    done(verdict);
  };
  const round = exchange.ask(request, (message) => {
    const response = reading.read(message);
    if (response === undefined) return;
    if (response.type === "IGNORED") {
      ignores += 1;
      if (ignores >= exchange.quorum) finish({ type: "ignored" });
      return;
    }
    votes += 1;
    if (rejects(response)) highest = Math.max(highest ?? 0, response.proposal);
    else if (highest === undefined) {
      const settled = reading.accept(response);
      if (settled !== undefined) return finish({ type: "accepted", value: settled });
    }
    if (votes < exchange.quorum) return;
    if (highest !== undefined) finish({ type: "rejected", proposal: highest });
    else finish({ type: "accepted", value: reading.value() });
  });
  return round;
}

const promiseOf =
  (proposal: number) =>
  (message: LogMessage): replicatedLog.PromiseResponse | undefined => {
    if (message.name !== "PromiseResponse") return undefined;
    const { body } = message;
    return rejects(body) || body.proposal === proposal ? body : undefined;
  };

/** Asks for the promise of all positions; the value is the highest position anybody has. */
export function promiseAll(
  exchange: Exchange,
  proposal: number,
  done: (verdict: Verdict<number>) => void,
): Ballot {
  let end = 0;
  return vote<number>(
    exchange,
    { name: "PromiseRequest", body: { proposal } },
    {
      read: promiseOf(proposal),
      accept: (response) => {
        end = Math.max(end, response.position ?? 0);
        return undefined;
      },
      value: () => end,
    },
    done,
  );
}

/**
 * Asks for the promise of one position; the value is the action that may have been decided there
 * (it certainly was, if it is learned), or null if none can have been.
 */
export function promiseOne(
  exchange: Exchange,
  proposal: number,
  position: number,
  done: (verdict: Verdict<Action | null>) => void,
): Ballot {
  let highest: Action | null = null;
  return vote<Action | null>(
    exchange,
    { name: "PromiseRequest", body: { proposal, position } },
    {
      read: (message) => {
        const response = promiseOf(proposal)(message);
        const about = response?.action?.position ?? response?.position ?? position;
        return about === position ? response : undefined;
      },
      accept: (response) => {
        const { action } = response as replicatedLog.PromiseResponse;
        if (action?.learned === true) return action;
        const performed = action?.performed;
        if (action !== undefined && performed !== undefined) {
          if (performed > (highest?.performed ?? -1)) highest = action;
        }
        return undefined;
      },
      value: () => highest,
    },
    done,
  );
}

/** Asks to write an action at its position. */
export function write(
  exchange: Exchange,
  proposal: number,
  action: Action,
  done: (verdict: Verdict<null>) => void,
): Ballot {
  const { position, type = "NOP", append, truncate } = action;
  const contents = type === "NOP" ? { nop: {} } : type === "APPEND" ? { append } : { truncate };
  return vote<null>(
    exchange,
    { name: "WriteRequest", body: { proposal, position, type, ...contents } },
    {
      read: (message) => {
        if (message.name !== "WriteResponse" || message.body.position !== position)
          return undefined;
        const { body } = message;
        return rejects(body) || body.proposal === proposal ? body : undefined;
      },
      accept: () => undefined,
      value: () => null,
    },
    done,
  );
}

/** Tells all what was decided. */
export function learn(exchange: Exchange, action: Action): Action {
  const learned: Action = { ...action, learned: true };
  exchange.tell({ name: "LearnedMessage", body: { action: learned } });
  return learned;
}
