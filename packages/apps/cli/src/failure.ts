/** The programs' exit statuses. `task exec` and `task attach` end as the remote command did. */
export const EXIT = { done: 0, refused: 1, usage: 2, unreachable: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * Ends a command with a text for its user. Thrown, not returned: a program that runs one command
 * has nothing to do after a failure but say so.
 */
export class Failure extends Error {
  readonly code: ExitCode;

  constructor(text: string, code: ExitCode = EXIT.refused) {
    super(text);
    this.name = "Failure";
    this.code = code;
  }
}

/** What was typed cannot be meant. */
export function misused(text: string): Failure {
  return new Failure(text, EXIT.usage);
}
