/**
 * Who leads, and what that means for this master.
 *
 * Source: `Master::detected`, `Master::lostCandidacy`. A master that led and leads no more ends its
 * process: whatever it believed may be out of date, and a supervisor starts it afresh.
 */
import type { DomainInfo, MasterInfo } from "@mesos-ts/protos";

export type LeadershipRole =
  /** Somebody else leads, or nobody. */
  | "standing by"
  /** Elected, and reading the registry. */
  | "recovering"
  | "leading";

export interface LeadershipOptions {
  readonly own: MasterInfo;
  readonly log: (text: string) => void;
  /** Reads the registry; `done` opens the doors, or ends the master with why it cannot lead. */
  readonly lead: (done: (failure?: string) => void) => void;
  /** Ends the process with this last word. */
  readonly end: (reason: string) => void;
}

export class Leadership {
  readonly #options: LeadershipOptions;
  #role: LeadershipRole = "standing by";
  #leader: MasterInfo | undefined;
  #hasEnded = false;

  constructor(options: LeadershipOptions) {
    this.#options = options;
  }

  get role(): LeadershipRole {
    return this.#role;
  }

  /** Undefined while nobody leads. */
  get leader(): MasterInfo | undefined {
    return this.#leader;
  }

  /** To be told of each change of the leading master. */
  detected(leader: MasterInfo | undefined): void {
    if (this.#hasEnded) return;
    const { own, log } = this.#options;
    this.#leader = leader;
    if (leader !== undefined && isSame(leader, own)) {
      if (this.#role === "standing by") this.#lead();
      else log("Re-elected as the leading master");
      return;
    }
    if (leader === undefined) {
      log("No master was elected.");
      if (this.#role !== "standing by") {
        this.#end("Lost leadership after indecisive election... committing suicide!");
      }
      return;
    }
    log(`The newly elected leader is ${leader.pid} with id ${leader.id}`);
    if (this.#role !== "standing by") {
      this.#end("Conceded leadership to another master... committing suicide!");
      return;
    }
    const foreign = otherRegion(leader.domain, own.domain);
    if (foreign !== undefined) this.#end(foreign);
  }

  /** The candidacy is over. True: as a follower, who is to contend again. */
  lostCandidacy(): boolean {
    if (this.#role !== "standing by") {
      this.#end("Lost candidacy as a leader... committing suicide!");
      return false;
    }
    this.#options.log("Lost candidacy as a follower... Contend again");
    return !this.#hasEnded;
  }

  #lead(): void {
    const { log, lead } = this.#options;
    this.#role = "recovering";
    log("Elected as the leading master!");
    lead((failure) => {
      if (this.#hasEnded) return;
      if (failure === undefined) this.#role = "leading";
      else this.#end(`Recovery failed: ${failure}`);
    });
  }

  #end(reason: string): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#role = "standing by";
    this.#options.end(reason);
  }
}

/** Every start of a master has an id of its own. */
function isSame(a: MasterInfo, b: MasterInfo): boolean {
  return a.id === b.id;
}

function otherRegion(leader: DomainInfo | undefined, own: DomainInfo | undefined) {
  const theirs = leader?.fault_domain?.region.name;
  const ours = own?.fault_domain?.region.name;
  if (theirs === undefined || ours === undefined || theirs === ours) return undefined;
  return `Leading master uses region '${theirs}'; this master is configured to use region '${ours}'; all masters in the same cluster must use the same region`;
}
