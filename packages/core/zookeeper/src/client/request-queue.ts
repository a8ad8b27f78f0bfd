import type { ClientRequest } from "./contract.ts";

const MAX_XID = 0x7fff_ffff;

/** A request, and the number by which its answer is asked for. */
interface Waiting {
  readonly id: number;
  readonly request: ClientRequest;
}

/** Requests that wait: for a connection, or for their answers, which come in order. */
export class RequestQueue {
  #held: Waiting[] = [];
  #sent: (Waiting & { readonly xid: number })[] = [];
  #xid = 0;

  get size(): number {
    return this.#held.length + this.#sent.length;
  }

  /** The number that the next frame carries. */
  nextXid(): number {
    this.#xid = this.#xid === MAX_XID ? 1 : this.#xid + 1;
    return this.#xid;
  }

  get lastXid(): number {
    return this.#xid;
  }

  hold(id: number, request: ClientRequest): void {
    this.#held.push({ id, request });
  }

  takeHeld(): readonly Waiting[] {
    const held = this.#held;
    this.#held = [];
    return held;
  }

  sent(xid: number, id: number, request: ClientRequest): void {
    this.#sent.push({ xid, id, request });
  }

  /** The request that an answer belongs to; undefined when it comes out of turn. */
  answered(xid: number): Waiting | undefined {
    return this.#sent[0]?.xid === xid ? this.#sent.shift() : undefined;
  }

  takeSent(): readonly Waiting[] {
    const sent = this.#sent;
    this.#sent = [];
    return sent;
  }
}
