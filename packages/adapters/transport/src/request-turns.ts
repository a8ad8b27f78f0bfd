import type { Socket } from "node:net";
import { MAX_PIPELINED } from "./limits.ts";

type Turn = { busy: boolean; readonly waiting: ((done: () => void) => void)[] };

/**
 * Handlers see the requests of one connection in the order sent: a request waits while an earlier
 * one of its connection still has its body read or its sender authenticated.
 */
export class RequestTurns {
  readonly #turns = new WeakMap<Socket, Turn>();

  /** Runs `start` when it is this request's turn; `done` (called once) lets the next one start. */
  enter(socket: Socket, start: (done: () => void) => void): void {
    let turn = this.#turns.get(socket);
    if (turn === undefined) {
      turn = { busy: false, waiting: [] };
      this.#turns.set(socket, turn);
    }
    if (turn.busy) {
      if (turn.waiting.length >= MAX_PIPELINED) socket.destroy();
      else turn.waiting.push(start);
      return;
    }
    this.#run(turn, start);
  }

  #run(turn: Turn, start: (done: () => void) => void): void {
    turn.busy = true;
    start(() => {
      turn.busy = false;
      const next = turn.waiting.shift();
      if (next !== undefined) this.#run(turn, next);
    });
  }
}
