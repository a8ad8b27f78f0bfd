/** Numbers, sizes, times and ids as people read them. Pure: the time of day is an argument. */
/**
 * A number of CPUs or GPUs: `0.1`, `4`, `12.25`.
 *
 * @param {number} value
 */
export declare function formatCount(value: number): string;
/**
 * Memory and disk, which Mesos counts in MiB.
 *
 * @param {number} mebibytes
 */
export declare function formatMebibytes(mebibytes: number): string;
/** @param {number} bytes */
export declare function formatBytes(bytes: number): string;
/**
 * @param {import("./resources.js").Scalar} name
 * @param {number} value
 */
export declare function formatScalar(name: import("./resources.js").Scalar, value: number): string;
/**
 * A length of time with its two largest units: `45 s`, `3 min`, `2 h 5 min`, `12 d 4 h`.
 *
 * @param {number} seconds
 */
export declare function formatDuration(seconds: number): string;
/**
 * How long ago something was: `just now`, `12 s ago`, `3 h ago`. One unit is enough here.
 *
 * @param {number} thenSeconds
 * @param {number} nowSeconds
 */
export declare function formatAgo(thenSeconds: number, nowSeconds: number): string;
/**
 * An id short enough for a table. Ids that a master made keep the end that tells them apart:
 * `e7e97cb5…-S0`.
 *
 * @param {string} id
 */
export declare function shortId(id: string): string;
/**
 * `TASK_RUNNING` → `Running`, `TASK_GONE_BY_OPERATOR` → `Gone by operator`.
 *
 * @param {string} state
 */
export declare function stateLabel(state: string): string;
