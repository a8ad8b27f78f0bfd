import type { replicatedLog } from "@mesos-ts/protos";
import type { LogMessage } from "./messages.ts";

/** The refusals of a replica, and its answer for what is gone. */

export function ignoredPromise(request: replicatedLog.PromiseRequest): LogMessage {
  return {
    name: "PromiseResponse",
    body: { okay: false, type: "IGNORED", proposal: request.proposal },
  };
}

export function ignoredWrite(request: replicatedLog.WriteRequest): LogMessage {
  const { proposal, position } = request;
  return { name: "WriteResponse", body: { okay: false, type: "IGNORED", proposal, position } };
}

/** Says what was promised, so that the proposer can go above it. */
export function rejectedPromise(promised: number): LogMessage {
  return { name: "PromiseResponse", body: { okay: false, type: "REJECT", proposal: promised } };
}

export function rejectedWrite(promised: number, position: number): LogMessage {
  return {
    name: "WriteResponse",
    body: { okay: false, type: "REJECT", proposal: promised, position },
  };
}

/**
 * A truncated position is said to be a learned no-op: a proposer that has missed the truncation
 * must not try to write there, which nobody would let it.
 */
export function tombstone(proposal: number, position: number, promised: number): LogMessage {
  return {
    name: "PromiseResponse",
    body: {
      okay: true,
      type: "ACCEPT",
      proposal,
      action: {
        position,
        promised,
        performed: promised,
        learned: true,
        type: "NOP",
        nop: { tombstone: true },
      },
    },
  };
}
