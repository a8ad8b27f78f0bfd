import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decode, encode, libprocessType, type MessageType, scheduler, toJson } from "./index.ts";

const fixtures = join(import.meta.dirname, "../../../testing/fixtures/wire");

interface Recorded {
  readonly line: string;
  readonly body_hex?: string;
  readonly type?: string;
  readonly decoded?: unknown;
}

function typeOf(name: string): MessageType | undefined {
  if (name === "mesos.v1.scheduler.Call") return scheduler.Call as unknown as MessageType;
  return libprocessType(name);
}

/** Recorded JSON lacks defaults and trailing fractions, so both sides are compared as values. */
function withoutDefaults(recorded: unknown, ours: unknown): unknown {
  if (Array.isArray(recorded) && Array.isArray(ours)) {
    return ours.map((item, index) => withoutDefaults(recorded[index], item));
  }
  if (typeof recorded === "object" && recorded && typeof ours === "object" && ours) {
    return Object.fromEntries(
      Object.entries(ours)
        .filter(([key]) => key in recorded)
        .map(([key, value]) => [key, withoutDefaults(recorded[key as never], value)]),
    );
  }
  return ours;
}

describe.each(["one-master.json", "quorum-of-three.json"])("%s", (file) => {
  const recordings = JSON.parse(readFileSync(join(fixtures, file), "utf8")) as Recorded[];
  const messages = recordings.filter((r) => r.type !== undefined && r.body_hex !== undefined);

  it("has messages", () => expect(messages.length).toBeGreaterThan(20));

  it.each([...new Set(messages.map((m) => m.type ?? ""))])("%s keeps its bytes", (name) => {
    const type = typeOf(name);
    expect(type, `no message type called ${name}`).toBeDefined();
    if (type === undefined) return;
    for (const recorded of messages.filter((m) => m.type === name)) {
      const bytes = Buffer.from(recorded.body_hex ?? "", "hex");
      const message = decode(type, bytes);
      expect(encode(type, message).toString("hex")).toBe(recorded.body_hex);
      expect(message).not.toHaveProperty("$unknown");
      const dialect = name.startsWith("mesos.v1.") ? "v1" : "v0";
      const json: unknown = JSON.parse(toJson(type, message, dialect));
      expect(withoutDefaults(recorded.decoded, json)).toEqual(recorded.decoded);
    }
  });
});
