/**
 * What a regular expression costs in RE2, whose limits Mesos sets: RE2 compiles to instructions
 * over bytes of UTF-8 where our library's are over characters, and flattens them into lists.
 */
import { type ByteCost, type Ranges, utf8Cost } from "./utf8-cost.ts";

/** The part of the library's instructions that is looked at; `arg`: of a fork the other way. */
interface Instruction {
  readonly op: number;
  readonly out: number;
  readonly arg: number;
  readonly runes: Ranges;
}

interface Program {
  readonly inst: readonly Instruction[];
  readonly start: number;
}

const FORK = 1;
const EMPTY_WIDTH = 4;
const FAIL = 5;
const MATCH = 6;
const NOTHING = 7;
const CHARACTERS = 8;
const ANY = 10;
const ANY_BUT_NEWLINE = 11;

const FOLD_CASE = 1;
const AT_TEXT_START = 4;
const AT_TEXT_END = 8;
/** A search may begin anywhere: a loop over any byte stands before the program. */
const SEARCH_LOOP = 2;

/**
 * The size of the flattened program, `RE2::ProgramSize()`; undefined when there are more than
 * `most` instructions before it is flattened, for which RE2 has no memory.
 */
export function programSizeOf(program: Program, most: number): number | undefined {
  const { inst, skipped, isSearched, start } = withoutPrefix(withoutEnd(program));
  const loop = isSearched ? SEARCH_LOOP : 0;
  const costs: ByteCost[] = [];
  let instructions = inst.length - skipped + loop;
  for (const each of inst) {
    if (instructions > most) return undefined;
    const cost = byteCost(each);
    // Alternatives among first bytes are joined by forks.
    instructions += 2 * (cost.first - 1) + cost.later;
    costs.push(cost);
  }
  return instructions > most ? undefined : loop + flattenedSize({ inst, start }, costs);
}

/** An anchor at the end becomes a property of the program. */
function withoutEnd({ inst, start }: Program): Program {
  const isEnd = ({ op, arg, out }: Instruction): boolean =>
    op === EMPTY_WIDTH && arg === AT_TEXT_END && inst[out]?.op === MATCH;
  return { start, inst: inst.map((each) => (isEnd(each) ? { ...each, op: NOTHING } : each)) };
}

interface Anchored extends Program {
  readonly skipped: number;
  /** The program finds its own begin in the text. */
  readonly isSearched: boolean;
}

/** An anchor at the begin does too, and literals right after it are compared before all else. */
function withoutPrefix({ inst, start }: Program): Anchored {
  const anchor = inst[start];
  if (anchor?.op !== EMPTY_WIDTH || anchor.arg !== AT_TEXT_START) {
    return { inst, start, skipped: 0, isSearched: true };
  }
  const repeated = new Set(inst.flatMap((each) => (each.op === FORK ? passesTo(each) : [])));
  let at = anchor.out;
  let literals = 0;
  for (let each = inst[at]; each !== undefined && isLiteral(each); each = inst[at]) {
    if (repeated.has(at)) break;
    literals++;
    at = each.out;
  }
  return literals === 0
    ? { inst, start: at, skipped: 0, isSearched: false }
    : { inst, start: at, skipped: literals + 1, isSearched: true };
}

function isLiteral({ op, runes }: Instruction): boolean {
  return op >= CHARACTERS && op < ANY && runes.length === 1;
}

const ONE: ByteCost = { first: 1, later: 0 };
/** `k` and `s` have other cases beyond ASCII: the Kelvin sign and the long s. */
const FOLDED_BEYOND_ASCII: Readonly<Record<string, number>> = { k: 0x212a, s: 0x17f };

function byteCost({ op, arg, runes }: Instruction): ByteCost {
  if (op === ANY) return utf8Cost([0, 0x10ffff]);
  if (op === ANY_BUT_NEWLINE) return utf8Cost([0, 9, 11, 0x10ffff]);
  if (op < CHARACTERS || op > ANY) return ONE;
  if (runes.length !== 1) return utf8Cost(runes);
  const character = runes[0] ?? 0;
  const text = String.fromCodePoint(character).toLowerCase();
  const other = (arg & FOLD_CASE) === 0 ? undefined : FOLDED_BEYOND_ASCII[text];
  return utf8Cost([character, character, ...(other === undefined ? [] : [other, other])]);
}

/** Where an instruction leads without consuming or checking anything. */
function passesTo({ op, out, arg }: Instruction): readonly number[] {
  if (op === FORK) return [out, arg];
  return op === NOTHING ? [out] : [];
}

/**
 * The size of the lists into which RE2 flattens a program: each holds what may come next, without
 * the forks between; a way into another list is a jump to it.
 */
function flattenedSize(program: Program, costs: readonly ByteCost[]): number {
  const { inst } = program;
  const heads = listHeads(program);
  const listed = new Set<number>();
  let size = 1; // What always fails.
  for (const head of heads) {
    for (const id of passedFrom(inst, head, heads)) {
      const each = inst[id];
      if (id !== head && heads.has(id)) size++;
      else if (each !== undefined && passesTo(each).length === 0) {
        size += costs[id]?.first ?? 1;
        listed.add(id);
      }
    }
  }
  for (const id of listed) size += costs[id]?.later ?? 0;
  return size;
}

/** After every instruction that consumes or checks something, and where two lists would meet. */
function listHeads({ inst, start }: Program): ReadonlySet<number> {
  const heads = new Set([start]);
  const forksTo = new Map<number, number[]>();
  for (const id of reachable(inst, start)) {
    const each = inst[id];
    if (each === undefined || each.op === MATCH || each.op === FAIL) continue;
    if (each.op === FORK) {
      for (const out of [each.out, each.arg].map((target) => skipNothing(inst, target))) {
        forksTo.set(out, [...(forksTo.get(out) ?? []), id]);
      }
    } else if (each.op !== NOTHING) heads.add(skipNothing(inst, each.out));
  }
  for (const head of [...heads].reverse()) {
    if (head === start) continue;
    const passed = passedFrom(inst, head, heads);
    for (const id of passed) {
      if (forksTo.get(id)?.some((fork) => !passed.has(fork)) === true) heads.add(id);
    }
  }
  return heads;
}

function skipNothing(inst: readonly Instruction[], target: number): number {
  const each = inst[target];
  return each?.op === NOTHING ? skipNothing(inst, each.out) : target;
}

function reachable(inst: readonly Instruction[], start: number): ReadonlySet<number> {
  return walk(inst, start, (each) => {
    if (each.op === MATCH || each.op === FAIL) return [];
    return each.op === FORK ? [each.out, each.arg] : [each.out];
  });
}

/** What is passed from a list's head to its instructions, both included, up to other lists. */
function passedFrom(
  inst: readonly Instruction[],
  head: number,
  heads: ReadonlySet<number>,
): ReadonlySet<number> {
  return walk(inst, head, (each, id) => (id !== head && heads.has(id) ? [] : passesTo(each)));
}

function walk(
  inst: readonly Instruction[],
  start: number,
  next: (each: Instruction, id: number) => readonly number[],
): ReadonlySet<number> {
  const seen = new Set<number>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const each = inst[id];
    if (each === undefined || seen.has(id)) continue;
    seen.add(id);
    open.push(...next(each, id));
  }
  return seen;
}
