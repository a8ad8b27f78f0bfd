/** Amounts of the resources that have one. */

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
export const SCALARS = ["cpus", "mem", "disk", "gpus"];

/** @type {Amounts} */
export const NOTHING = { cpus: 0, mem: 0, disk: 0, gpus: 0 };

/**
 * @param {readonly Resource[] | undefined} resources
 * @returns {Amounts}
 */
export function amountsOf(resources) {
  const sum = { ...NOTHING };
  for (const { name, scalar } of resources ?? []) {
    if (isScalar(name)) sum[name] += scalar?.value ?? 0;
  }
  return sum;
}

/**
 * What `/state-summary` says of resources: an object of numbers and of texts (ranges and sets).
 *
 * @param {Readonly<Record<string, unknown>> | undefined} summary
 * @returns {Amounts}
 */
export function summaryAmounts(summary) {
  const amounts = { ...NOTHING };
  for (const name of SCALARS) {
    const value = summary?.[name];
    if (typeof value === "number") amounts[name] = value;
  }
  return amounts;
}

/**
 * @param {Iterable<Amounts>} list
 * @returns {Amounts}
 */
export function total(list) {
  const sum = { ...NOTHING };
  for (const amounts of list) {
    for (const name of SCALARS) sum[name] += amounts[name];
  }
  return sum;
}

/**
 * The shares of a bar, in percent of the total. They never add up to more than 100, whatever the
 * numbers say: allocated and offered ones come at different times than the total does.
 *
 * @param {number} whole
 * @param {number} allocated
 * @param {number} offered
 */
export function shares(whole, allocated, offered) {
  if (whole <= 0) return { allocated: 0, offered: 0, idle: 0 };
  const first = Math.min(1, Math.max(0, allocated) / whole);
  const second = Math.min(1 - first, Math.max(0, offered) / whole);
  return { allocated: first * 100, offered: second * 100, idle: (1 - first - second) * 100 };
}

/**
 * The ports of a list of resources as text: `31000–31001, 31005`; empty when there are none.
 *
 * @param {readonly Resource[] | undefined} resources
 */
export function portsOf(resources) {
  return (resources ?? [])
    .filter(({ name }) => name === "ports")
    .flatMap(({ ranges }) => ranges?.range ?? [])
    .map(({ begin = 0, end = 0 }) => (begin === end ? `${begin}` : `${begin}–${end}`))
    .join(", ");
}

/**
 * @param {string | undefined} name
 * @returns {name is Scalar}
 */
function isScalar(name) {
  return name === "cpus" || name === "mem" || name === "disk" || name === "gpus";
}
