import type { Writer } from "@mesos-ts/protos";
import type { Page } from "./page.ts";

/** How a thing is rendered, in each of the forms that large replies have. */
export interface Forms<T> {
  /** JSON of the v0 endpoints. */
  v0(it: T): string;
  /** JSON of the v1 API. */
  v1(it: T): string;
  /** Protobuf of the v1 API. */
  bytes(it: T, writer: Writer): void;
}

export type FormName = keyof Forms<unknown>;

/**
 * A thing as it was at one moment. While the thing stays as it is, all replies share this, and the
 * page that it was written on last; when it changes, another one takes its place, and whoever is
 * still writing a reply goes on with this one.
 */
export class Shown<T> {
  readonly it: T;
  readonly #forms: Forms<T>;
  v0: Page | undefined;
  v1: Page | undefined;
  bytes: Page | undefined;

  constructor(it: T, forms: Forms<T>) {
    this.it = it;
    this.#forms = forms;
  }

  text(form: "v0" | "v1"): string {
    return this.#forms[form](this.it);
  }

  writeTo(writer: Writer): void {
    this.#forms.bytes(this.it, writer);
  }
}
