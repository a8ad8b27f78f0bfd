import { loadavg } from "node:os";
import type { Dispatch } from "./port.ts";

/** How much the machine has to do, asked of the kernel; systems without load averages say 0. */
export function measureLoad(dispatch: Dispatch): void {
  const [, fiveMinutes, fifteenMinutes] = loadavg();
  const isKnown = fiveMinutes !== undefined && fifteenMinutes !== undefined;
  dispatch({ type: "load", load: isKnown ? { fiveMinutes, fifteenMinutes } : undefined });
}
