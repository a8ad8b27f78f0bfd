/** Named limits and times, milliseconds; those that Mesos has are Mesos's. */

/** How long the recover protocol waits for answers before it asks anew. */
export const RECOVER_TIMEOUT_MS = 10_000;
/** Recovery that came to nothing is tried again after once to twice this. */
export const RECOVER_RETRY_MS = 500;
/** A fill that met a higher proposal is tried again after once to twice this. */
export const FILL_RETRY_MS = 100;
/** How long filling one position may take before it starts over. */
export const FILL_TIMEOUT_MS = 10_000;
/** An election that a quorum does not answer is given up after this. */
export const ELECT_TIMEOUT_MS = 5_000;
/** A write is sent again to those who have not answered it. */
export const WRITE_RESEND_MS = 1_000;
/** A write that gets no quorum for so long is given up, and with it being the writer. */
export const WRITE_TIMEOUT_MS = 60_000;
/** How many positions are caught up at a time. */
export const CATCH_UP_WINDOW = 64;
/** How many appends and truncations may wait for their quorum. */
export const MAX_OUTSTANDING_WRITES = 1_024;
/** How long a learned notice, which can be had again from the others, waits for company to disk. */
export const LEARNED_STORE_DELAY_MS = 50;
/** Requests that wait for a record to be read from disk. */
export const MAX_PARKED_LOADS = 1_024;
/** Positions and proposals above are refused: beyond, numbers are no longer exact. */
export const MAX_NUMBER = Number.MAX_SAFE_INTEGER - 1;
