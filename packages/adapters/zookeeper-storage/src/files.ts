/** A file whose name ends with a transaction's number in hexadecimal. */
export type NumberedFile = { readonly name: string; readonly zxid: bigint };

/** The files `prefix.<number>`, the lowest number first. */
export function numberedFiles(names: readonly string[], prefix: string): readonly NumberedFile[] {
  return names
    .filter((name) => name.startsWith(`${prefix}.`))
    .map((name) => ({ name, digits: name.slice(prefix.length + 1) }))
    .filter(({ digits }) => /^[0-9a-f]{1,16}$/.test(digits))
    .map(({ name, digits }) => ({ name, zxid: BigInt.asIntN(64, BigInt(`0x${digits}`)) }))
    .sort((a, b) => (a.zxid < b.zxid ? -1 : a.zxid > b.zxid ? 1 : 0));
}

/** A snapshot until it is complete. */
export const UNFINISHED_SUFFIX = ".unfinished";
