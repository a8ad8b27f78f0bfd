/** Amounts of the resources that have one. */
export type Scalar = "cpus" | "mem" | "disk" | "gpus";
export type Amounts = Readonly<Record<Scalar, number>>;
export type Resource = {
    readonly name?: string;
    readonly type?: string;
    readonly scalar?: {
        readonly value?: number;
    };
    readonly ranges?: {
        readonly range?: readonly {
            readonly begin?: number;
            readonly end?: number;
        }[];
    };
    readonly allocation_info?: {
        readonly role?: string;
    };
    readonly revocable?: object;
};
/** @typedef {"cpus" | "mem" | "disk" | "gpus"} Scalar */
/** `mem` and `disk` are in MiB. @typedef {Readonly<Record<Scalar, number>>} Amounts */
/**
 * One entry of a list of resources, as the v1 API shows it.
 * @typedef {{readonly name?: string, readonly type?: string,
 *   readonly scalar?: {readonly value?: number},
 *   readonly ranges?: {readonly range?: readonly {readonly begin?: number, readonly end?: number}[]},
 *   readonly allocation_info?: {readonly role?: string},
 *   readonly revocable?: object}} Resource
 */
/** @type {readonly Scalar[]} */
export declare const SCALARS: readonly Scalar[];
/** @type {Amounts} */
export declare const NOTHING: Amounts;
/**
 * @param {readonly Resource[] | undefined} resources
 * @returns {Amounts}
 */
export declare function amountsOf(resources: readonly Resource[] | undefined): Amounts;
/**
 * What `/state-summary` says of resources: an object of numbers and of texts (ranges and sets).
 *
 * @param {Readonly<Record<string, unknown>> | undefined} summary
 * @returns {Amounts}
 */
export declare function summaryAmounts(summary: Readonly<Record<string, unknown>> | undefined): Amounts;
/**
 * @param {Iterable<Amounts>} list
 * @returns {Amounts}
 */
export declare function total(list: Iterable<Amounts>): Amounts;
/**
 * The shares of a bar, in percent of the total. They never add up to more than 100, whatever the
 * numbers say: allocated and offered ones come at different times than the total does.
 *
 * @param {number} whole
 * @param {number} allocated
 * @param {number} offered
 */
export declare function shares(whole: number, allocated: number, offered: number): {
    allocated: number;
    offered: number;
    idle: number;
};
/**
 * The ports of a list of resources as text: `31000–31001, 31005`; empty when there are none.
 *
 * @param {readonly Resource[] | undefined} resources
 */
export declare function portsOf(resources: readonly Resource[] | undefined): string;
