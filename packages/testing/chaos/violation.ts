/** A promise that was not kept. */
export interface Violation {
  /** When, in the history's time. */
  readonly ms: number;
  readonly text: string;
}
