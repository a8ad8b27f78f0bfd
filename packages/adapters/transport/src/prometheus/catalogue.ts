/** What Mesos's keys of metrics are for Prometheus: names, labels, types, units, help. */

export type FamilyType = "counter" | "gauge";

/** A family of metrics whose keys have one form. */
export type MetricFamily = {
  /**
   * The keys: `master/slaves_{state}`. A placeholder stands for a part without slashes;
   * `{state:a|b}` for one of these; `{role...}` for anything, slashes and nothing included.
   */
  readonly key: string;
  /** Placeholders that are named here are part of the name; the others become labels. */
  readonly name: string;
  readonly type: FamilyType;
  readonly help: string;
  /** What a value is multiplied with to have the unit that the name says. Default 1. */
  readonly scale?: number;
};

/** Keys that Prometheus is not told, because another family tells the same. */
export type OmittedKeys = { readonly key: string; readonly omitted: true };

export type Described = {
  readonly name: string;
  readonly type: FamilyType | "unknown";
  readonly help: string;
  readonly labels: readonly (readonly [name: string, value: string])[];
  readonly scale: number;
};

type Compiled = {
  readonly pattern: RegExp;
  readonly placeholders: readonly string[];
  readonly family: MetricFamily | OmittedKeys;
};

/** Keys whose descriptions are kept; those of frameworks that have gone make room. */
const MAX_REMEMBERED_KEYS = 100_000;

const PLACEHOLDER = /\{(\w+)(?::([\w|]+)|(\.\.\.))?\}/g;

export class MetricCatalogue {
  readonly #families: Compiled[] = [];
  readonly #known = new Map<string, Described | "omitted">();

  /** Of two families that a key belongs to, the one that was added first counts. */
  add(families: readonly (MetricFamily | OmittedKeys)[]): void {
    for (const family of families) this.#families.push(compile(family));
    this.#known.clear();
  }

  /** What a key is; `omitted`: nothing for Prometheus. A key that nobody described keeps its name. */
  find(key: string): Described | "omitted" {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = this.#describe(key);
    if (this.#known.size >= MAX_REMEMBERED_KEYS) this.#known.clear();
    this.#known.set(key, found);
    return found;
  }

  #describe(key: string): Described | "omitted" {
    for (const { pattern, placeholders, family } of this.#families) {
      const match = pattern.exec(key);
      if (match === null) continue;
      if ("omitted" in family) return "omitted";
      const values = placeholders.map((name, i) => [name, match[i + 1] ?? ""] as const);
      const fill = (text: string): string =>
        values.reduce((filled, [name, value]) => filled.replaceAll(`{${name}}`, value), text);
      return {
        name: fill(family.name),
        type: family.type,
        help: fill(family.help),
        labels: values
          .filter(([name]) => !family.name.includes(`{${name}}`))
          .map(([name, value]) => [name, decoded(value)]),
        scale: family.scale ?? 1,
      };
    }
    const name = `mesos_${key.replaceAll(/[^a-zA-Z0-9_]/g, "_")}`;
    return { name, type: "unknown", help: `${key} of /metrics/snapshot.`, labels: [], scale: 1 };
  }
}

function compile(family: MetricFamily | OmittedKeys): Compiled {
  const placeholders: string[] = [];
  let source = "";
  let end = 0;
  for (const match of family.key.matchAll(PLACEHOLDER)) {
    const [text, name = "", choices, anything] = match;
    source += escaped(family.key.slice(end, match.index));
    source +=
      choices === undefined ? (anything === undefined ? "([^/]+)" : "(.*)") : `(${choices})`;
    placeholders.push(name);
    end = match.index + text.length;
  }
  source += escaped(family.key.slice(end));
  return { pattern: new RegExp(`^${source}$`, "s"), placeholders, family };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Names of frameworks are percent-encoded in keys. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
