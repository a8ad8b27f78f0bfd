import type { Buffer } from "node:buffer";
import { type MessageType, Writer } from "@mesos-ts/protos";
import type { FormName, Shown } from "./shown.ts";

/** Few enough that one change renders little anew, many enough that a large state is few pages. */
const MOST_ITEMS = 16;
/** Pages with fewer are joined to their neighbours where that makes a whole one. */
const ENOUGH_ITEMS = MOST_ITEMS / 2;
/** A page with more takes no further item. */
const FULL_BYTES = 64 * 1024;

type Items = readonly Shown<unknown>[];

/** How the items of a list are written one after the other. */
export interface ListForm {
  readonly name: FormName;
  /** An item, with all that stands before it in a list. */
  readonly write: (item: Shown<unknown>, writer: Writer) => void;
}

/** A list in JSON: a comma stands before each item, also before the first. */
function jsonList(name: "v0" | "v1"): ListForm {
  return {
    name,
    write(item, writer) {
      writer.text(",");
      writer.text(item.text(name));
    },
  };
}

export const V0 = jsonList("v0");
export const V1 = jsonList("v1");

const LENGTH_DELIMITED = 2;

type HasFields = Pick<MessageType, "fields">;

/** The repeated field of a message whose items are messages. */
export function messageList(type: HasFields, field: string): ListForm {
  const tag = tagOf(type, field);
  return {
    name: "bytes",
    write(item, writer) {
      writer.uint32(tag);
      const start = writer.open();
      item.writeTo(writer);
      writer.close(start);
    },
  };
}

/** What stands before a field that is a message. */
export function tagOf(type: HasFields, name: string): number {
  const field = type.fields().find((each) => each.name === name);
  if (field === undefined) throw new Error(`the message has no field '${name}'`);
  return field.number * 8 + LENGTH_DELIMITED;
}

/** Neighbours in a list, rendered together. Replies share it while they stay as they are. */
export class Page {
  readonly #form: ListForm;
  readonly #items: Items;
  /** Where each item ends. */
  readonly #ends: readonly number[];
  readonly bytes: Buffer;

  constructor(form: ListForm, items: Items, ends: readonly number[], writer: Writer) {
    this.#form = form;
    this.#items = items;
    this.#ends = ends;
    this.bytes = writer.copy();
  }

  get length(): number {
    return this.#items.length;
  }

  begins(item: Shown<unknown>, form: ListForm): boolean {
    return this.#form === form && this.#items[0] === item;
  }

  /** Whether it shows what is in `list` from `start` on. */
  shows(list: Items, start: number, form: ListForm): boolean {
    if (this.#form !== form || start + this.length > list.length) return false;
    return this.#items.every((item, index) => item === list[start + index]);
  }

  /** What was written of an item, if it was written in this form. */
  find(item: Shown<unknown>, form: ListForm): Buffer | undefined {
    if (this.#form !== form) return undefined;
    const index = this.#items.indexOf(item);
    return index < 0
      ? undefined
      : this.bytes.subarray(this.#ends[index - 1] ?? 0, this.#ends[index]);
  }
}

/** One page is written at a time, from its first byte to its last. */
const scratch = new Writer(4 * FULL_BYTES);

/** The list as pages, those of before as far as they fit. */
export function* pagesOf(list: Items, form: ListForm): Generator<Page, void, void> {
  let start = 0;
  while (start < list.length) {
    const known = list[start]?.[form.name];
    const page =
      known?.shows(list, start, form) === true && isEnough(known, list, start, form)
        ? known
        : write(list, start, form);
    yield page;
    start += page.length;
  }
}

/** A single thing by itself. */
export function pageOf(item: Shown<unknown>, form: ListForm): Page {
  const known = item[form.name];
  return known?.length === 1 && known.begins(item, form) ? known : write([item], 0, form);
}

/** As the v0 endpoints show it. */
export function textOf(item: Shown<unknown>): string {
  return item.v0?.find(item, V0)?.toString("utf8", 1) ?? item.text("v0");
}

/** A small page is taken as it is only where it cannot be joined to what comes after it. */
function isEnough({ length }: Page, list: Items, start: number, form: ListForm): boolean {
  const next = list[start + length];
  if (length >= ENOUGH_ITEMS || next === undefined) return true;
  return length + lengthFrom(next, form) > MOST_ITEMS;
}

/** How many items are on the page that begins with this one. */
function lengthFrom(item: Shown<unknown>, form: ListForm): number {
  const page = item[form.name];
  return page?.begins(item, form) === true ? page.length : 1;
}

function write(list: Items, start: number, form: ListForm): Page {
  const items: Shown<unknown>[] = [];
  const ends: number[] = [];
  scratch.restart();
  for (let index = start; items.length < MOST_ITEMS && scratch.length < FULL_BYTES; index++) {
    const item = list[index];
    if (item === undefined || isBeginOfAnother(item, items.length, form)) break;
    const before = item[form.name]?.find(item, form);
    if (before === undefined) form.write(item, scratch);
    else scratch.raw(before);
    items.push(item);
    ends.push(scratch.length);
  }
  const page = new Page(form, items, ends, scratch);
  for (const item of items) item[form.name] = page;
  return page;
}

/** So that what comes after a change keeps its pages. */
function isBeginOfAnother(item: Shown<unknown>, length: number, form: ListForm): boolean {
  if (length === 0 || item[form.name]?.begins(item, form) !== true) return false;
  return length >= ENOUGH_ITEMS || length + lengthFrom(item, form) > MOST_ITEMS;
}
