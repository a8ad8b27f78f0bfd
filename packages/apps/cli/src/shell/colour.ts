const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;

export type Colour = keyof typeof CODES;

const ESCAPE = "\u001b[";

export function paint(text: string, colour: Colour | undefined): string {
  return colour === undefined || text === ""
    ? text
    : `${ESCAPE}${CODES[colour]}m${text}${ESCAPE}0m`;
}
