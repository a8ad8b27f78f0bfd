import { Buffer } from "node:buffer";

/** How a thing is rendered, in each of the forms that large replies have. */
export interface Forms<T> {
  /** JSON of the v0 endpoints. */
  readonly v0: (it: T) => string;
  /** JSON of the v1 API. */
  readonly v1: (it: T) => string;
  /** Protobuf of the v1 API. */
  readonly bytes: (it: T) => Uint8Array;
}

/** What is rendered when somebody asks for it. */
export type Rendered = { readonly [F in keyof Forms<unknown>]: ReturnType<Forms<unknown>[F]> };

/**
 * A thing as it was at one moment, and what has been rendered of it since. While the thing stays as
 * it is, all replies share this; when it changes, another one takes its place, and whoever is still
 * writing a reply goes on with this one.
 */
export class Shown<T> implements Rendered {
  readonly it: T;
  readonly #forms: Forms<T>;
  #v0: string | undefined;
  #v1: string | undefined;
  #bytes: Uint8Array | undefined;

  constructor(it: T, forms: Forms<T>) {
    this.it = it;
    this.#forms = forms;
  }

  get v0(): string {
    this.#v0 ??= this.#forms.v0(this.it);
    return this.#v0;
  }

  get v1(): string {
    this.#v1 ??= this.#forms.v1(this.it);
    return this.#v1;
  }

  get bytes(): Uint8Array {
    // A copy has the size that it needs; what was written into was larger.
    this.#bytes ??= Buffer.from(this.#forms.bytes(this.it));
    return this.#bytes;
  }
}
