import { CatchUp } from "./catch-up.ts";
import type { Status } from "./contract.ts";
import type { Exchange, Round } from "./exchange.ts";
import { RECOVER_RETRY_MS, RECOVER_TIMEOUT_MS } from "./limits.ts";
import { PositionSet } from "./position-set.ts";
import type { Replica } from "./replica.ts";

/** What the group says: this replica's next status, and the range that voting replicas have. */
export type Advice =
  | { readonly type: "become"; readonly status: "STARTING" | "VOTING" }
  | { readonly type: "catch-up"; readonly begin: number; readonly end: number };

type Log = (level: "INFO" | "WARNING", text: string) => void;

/**
 * Asks all replicas for their status. A quorum of voters: catch up with them. All of the group
 * empty or starting: start (two phases, so that nobody votes before all have begun). Nothing of
 * that when all have answered: `done(undefined)`. Without enough answers it asks again.
 */
export function askForAdvice(
  exchange: Exchange,
  options: { status: Status; autoInitialize: boolean; log: Log },
  done: (advice: Advice | undefined) => void,
): void {
  const counts: Record<Status, number> = { VOTING: 0, RECOVERING: 0, STARTING: 0, EMPTY: 0 };
  let begin = Number.POSITIVE_INFINITY;
  let end = 0;
  const finish = (advice: Advice | undefined): void => {
    cancel();
    round.close();
    done(advice);
  };
  const round: Round = exchange.ask({ name: "RecoverRequest", body: {} }, (message) => {
    if (message.name !== "RecoverResponse") return;
    const { status, begin: from = 0, end: to = 0 } = message.body;
    options.log("INFO", `Received a recover response from a replica in ${status} status`);
    counts[status] += 1;
    if (status === "VOTING") {
      begin = Math.min(begin, from);
      end = Math.max(end, to);
    }
    if (counts.VOTING >= exchange.quorum) return finish({ type: "catch-up", begin, end });
    const start = options.autoInitialize
      ? startOf(options.status, counts, exchange.quorum)
      : undefined;
    if (start !== undefined) return finish({ type: "become", status: start });
    if (!round.complete) return;
    if (!options.autoInitialize && counts.EMPTY >= groupSize(exchange.quorum)) warn(options.log);
    finish(undefined);
  });
  const cancel = exchange.after(RECOVER_TIMEOUT_MS, () => {
    options.log("INFO", "Unable to finish the recover protocol in 10secs, retrying");
    round.close();
    askForAdvice(exchange, options, done);
  });
}

const groupSize = (quorum: number): number => 2 * quorum - 1;

function startOf(
  status: Status,
  counts: Readonly<Record<Status, number>>,
  quorum: number,
): "STARTING" | "VOTING" | undefined {
  const size = groupSize(quorum);
  if (status === "EMPTY" && counts.EMPTY + counts.STARTING >= size) return "STARTING";
  if (status === "STARTING" && counts.STARTING + counts.VOTING >= size) return "VOTING";
  return undefined;
}

function warn(log: Log): void {
  log(
    "WARNING",
    "Replicated log has not been initialized, and log_auto_initialize is off: initialize it on " +
      "each host with `mesos-log initialize --path=<PATH>`",
  );
}

/**
 * The highest promise that a quorum of voters has given. A replica that has lost its disk has lost
 * its promises, too: were it to vote as if it had given none, a writer whom its promise shut out
 * could be elected beside the one it was given to. Each promise this replica ever gave for a whole
 * election is known to one of any quorum of the others. The question is one that nobody can
 * say yes to, so that a replica of Apache Mesos answers it as well.
 */
function askForPromise(exchange: Exchange, done: (promised: number) => void): void {
  let votes = 0;
  let highest = 0;
  const again = (): void => {
    cancel();
    round.close();
    exchange.afterRandom(RECOVER_RETRY_MS, () => askForPromise(exchange, done));
  };
  const round: Round = exchange.ask(
    { name: "PromiseRequest", body: { proposal: 0 } },
    (message) => {
      if (message.name === "PromiseResponse" && message.body.type !== "IGNORED") {
        votes += 1;
        highest = Math.max(highest, message.body.proposal);
      }
      if (votes >= exchange.quorum) {
        cancel();
        round.close();
        done(highest);
      } else if (round.complete) again();
    },
  );
  const cancel = exchange.after(RECOVER_TIMEOUT_MS, again);
}

/**
 * Brings a replica to vote: only one that knows all that was decided before may. `done` runs when
 * it does.
 */
export function recover(
  exchange: Exchange,
  replica: Replica,
  options: { autoInitialize: boolean; log: Log },
  done: () => void,
): void {
  const { log } = options;
  const run = (): void => {
    log("INFO", `Replica is in ${replica.status} status`);
    if (replica.status === "VOTING") return done();
    askForAdvice(exchange, { ...options, status: replica.status }, (advice) => {
      if (advice === undefined) return void exchange.afterRandom(RECOVER_RETRY_MS, run);
      if (advice.type === "catch-up") return catchUp(advice.begin, advice.end);
      replica.update(advice.status, advice.status === "VOTING" ? joined : run);
    });
  };
  const joined = (): void => {
    log("INFO", "Successfully joined the Paxos group");
    done();
  };
  const catchUp = (begin: number, end: number): void =>
    replica.update("RECOVERING", () => {
      log("INFO", `Starting catch-up from position ${begin} to ${end}`);
      // What lies behind `end` a quorum has not promised, what lies before `begin` is truncated.
      const positions = PositionSet.of(begin, end);
      new CatchUp(exchange, replica, 0, positions, () => {
        askForPromise(exchange, (promised) => {
          replica.promised = Math.max(replica.promised, promised);
          replica.update("VOTING", joined);
        });
      });
    });
  log("INFO", "Starting replica recovery");
  run();
}
