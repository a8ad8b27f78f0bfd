import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  formatMessage,
  type MessageEnvelope,
  messageHead,
  parseMessageHead,
} from "./libprocess-message.ts";
import { RequestParser } from "./request-parser.ts";

type Recorded = { line: string; headers: string[]; body_hex?: string };

const recorded: Recorded[] = ["one-master.json", "quorum-of-three.json"].flatMap(
  (name) =>
    JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8")) as Recorded[],
);
const messages = recorded.filter((r) => r.headers.some((h) => h.startsWith("Libprocess-From")));

function header(record: Recorded, name: string): string {
  return record.headers.find((h) => h.startsWith(`${name}: `))?.slice(name.length + 2) ?? "";
}

function bytesOf(record: Recorded): Buffer {
  const path = record.line.split(" ")[1] ?? "";
  const slash = path.indexOf("/", 1);
  const to = `${path.slice(1, slash)}@${header(record, "Host")}`;
  const body = Buffer.from(record.body_hex ?? "", "hex");
  return formatMessage(header(record, "Libprocess-From"), to, path.slice(slash + 1), body);
}

function parseAll(bytes: Buffer, step: number) {
  const seen: { envelope: MessageEnvelope; body: string }[] = [];
  const parser = new RequestParser<MessageEnvelope>({
    onlyMethod: "POST",
    accept: (head) => {
      const envelope = parseMessageHead(head);
      return envelope?.type === "message" ? envelope : undefined;
    },
    onRequest: (envelope, body) => seen.push({ envelope, body: body.toString("hex") }),
  });
  for (let i = 0; i < bytes.length; i += step) {
    const outcome = parser.push(bytes.subarray(i, i + step));
    if (outcome.type !== "ok") throw new Error(JSON.stringify(outcome));
  }
  expect(parser.idle).toBe(true);
  return seen;
}

describe("recorded libprocess messages", () => {
  it("covers both recordings", () => {
    expect(messages.length).toBeGreaterThan(300);
  });

  it("are formatted with identical lines, headers and bodies", () => {
    for (const record of messages) {
      const [head = "", rest = ""] = split(bytesOf(record).toString("latin1"));
      const body = Buffer.from(record.body_hex ?? "", "hex");
      expect(head.split("\r\n")).toEqual([record.line, ...record.headers]);
      const chunked = `${body.length.toString(16)}\r\n${body.toString("latin1")}\r\n0\r\n\r\n`;
      expect(rest).toBe(body.length === 0 ? "" : chunked);
    }
  });

  it.each([1, 7, 1000, 1 << 20])("are parsed back from one stream cut every %i bytes", (step) => {
    const seen = parseAll(Buffer.concat(messages.map(bytesOf)), step);
    expect(seen.length).toBe(messages.length);
    seen.forEach(({ envelope, body }, i) => {
      const record = messages[i] ?? { line: "", headers: [] };
      expect(`POST /${envelope.to}/${envelope.name} HTTP/1.1`).toBe(record.line);
      expect(envelope.from).toBe(header(record, "Libprocess-From"));
      expect(envelope.fromLibprocess).toBe(true);
      expect(body).toBe(record.body_hex ?? "");
    });
  });
});

function split(text: string): [string, string] {
  const end = text.indexOf("\r\n\r\n");
  return [text.slice(0, end), text.slice(end + 4)];
}

describe("messageHead", () => {
  it.each([
    ["a@1.2.3.4:5", "b\r\nX: y@1.2.3.4:5", "m"],
    ["a@1.2.3.4:5", "b@1.2.3.4:5", "m n"],
    ["a b@1.2.3.4:5", "b@1.2.3.4:5", "m"],
    ["a@1.2.3.4:5", "not a pid", "m"],
  ])("refuses parts that would break the request line: %j %j %j", (from, to, name) => {
    expect(() => messageHead(from, to, name, 0)).toThrow(TypeError);
  });

  it("addresses a peer without a process id", () => {
    expect(messageHead("@0.0.0.0:0", "@1.2.3.4:5", "m", 0)).toMatch(/^POST \/m HTTP\/1.1\r\n/);
  });
});

describe("parseMessageHead", () => {
  const head = (target: string, headers: Record<string, string>, method = "POST") =>
    parseMessageHead({ method, target, headers: new Map(Object.entries(headers)), body: 0 });

  it.each([
    ["GET", { "user-agent": "libprocess/a@1.2.3.4:5" }],
    ["POST", { "user-agent": "curl/8" }],
    ["POST", {}],
  ])("leaves %s %j to HTTP", (method, headers) => {
    expect(head("/master/x", headers, method)).toBeUndefined();
  });

  it("takes the sender from either header and decodes the receiver", () => {
    expect(head("/slave%281%29/a.B", { "user-agent": "libprocess/x@1.2.3.4:5" })).toEqual({
      type: "message",
      from: "x@1.2.3.4:5",
      to: "slave(1)",
      name: "a.B",
      fromLibprocess: true,
    });
    expect(head("/master/a.B?q=1", { "libprocess-from": " x@1.2.3.4:5 " })).toMatchObject({
      to: "master",
      name: "a.B",
      fromLibprocess: false,
    });
  });

  it.each([
    ["/master/a", { "libprocess-from": "nonsense" }],
    ["/%zz/a", { "libprocess-from": "x@1.2.3.4:5" }],
    ["/%ff/a", { "libprocess-from": "x@1.2.3.4:5" }],
    ["master/a", { "libprocess-from": "x@1.2.3.4:5" }],
    ["/%0d%0a/a", { "libprocess-from": "x@1.2.3.4:5" }],
  ])("refuses %s from %j", (target, headers) => {
    expect(head(target, headers)?.type).toBe("bad-message");
  });
});
