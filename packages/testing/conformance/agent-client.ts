import { Buffer } from "node:buffer";
import { existsSync } from "node:fs";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { agent as api, decode, encode, fromJson, toJson } from "@mesos-ts/protos";
import { encodeRecord, RecordDecoder } from "@mesos-ts/wire";
import { type Program, until } from "./programs.ts";
import type { Json } from "./recordings.ts";

export interface CallReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  readonly json: Json;
}

const JSON_TYPE = "application/json";
const RECORDIO = "application/recordio";

/** Whether tests of terminals are left out: CI must have what they need. */
export function lacksTerminals(): boolean {
  if (existsSync("/usr/bin/perl") || process.env["CI"] !== undefined) return false;
  console.warn("Tests of containers with terminals are skipped: there is no /usr/bin/perl");
  return true;
}

/** A container's id as calls carry it: `parent.child`. */
export function containerId(text: string): object {
  const dot = text.lastIndexOf(".");
  return dot < 0
    ? { value: text }
    : { value: text.slice(dot + 1), parent: containerId(text.slice(0, dot)) };
}

/** Sends one call to an agent. */
export async function callAgent(
  agent: Program,
  call: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<CallReply> {
  const reply = await fetch(`http://${agent.address}/api/v1`, {
    method: "POST",
    headers: { "Content-Type": JSON_TYPE, Accept: JSON_TYPE, ...headers },
    body: JSON.stringify(call),
  });
  const text = await reply.text();
  const json = text.startsWith("{") ? (JSON.parse(text) as Json) : ({} as Json);
  return { status: reply.status, headers: Object.fromEntries(reply.headers), text, json };
}

/** The same, in protobuf both ways. */
export async function callAgentInProtobuf(agent: Program, call: object): Promise<CallReply> {
  const type = "application/x-protobuf";
  const reply = await fetch(`http://${agent.address}/api/v1`, {
    method: "POST",
    headers: { "Content-Type": type, Accept: type },
    body: Buffer.from(encode(api.Call, fromJson(api.Call, call))),
  });
  const bytes = Buffer.from(await reply.arrayBuffer());
  const isMessage = reply.headers.get("content-type") === type && bytes.length > 0;
  const text = isMessage ? toJson(api.Response, decode(api.Response, bytes)) : bytes.toString();
  const json = isMessage ? (JSON.parse(text) as Json) : ({} as Json);
  return { status: reply.status, headers: Object.fromEntries(reply.headers), text, json };
}

/** A streamed reply: the records as they come. */
export class OutputStream {
  status = 0;
  headers: IncomingMessage["headers"] = {};
  /** What a refusal says. */
  body = "";
  readonly records: Json[] = [];
  ended = false;
  broken = false;
  #response: IncomingMessage | undefined;
  readonly #request: ClientRequest;

  constructor(
    agent: Program,
    call: object,
    accept: Readonly<Record<string, string>> = { Accept: RECORDIO, "Message-Accept": JSON_TYPE },
  ) {
    this.#request = request({
      host: "127.0.0.1",
      port: agent.port,
      path: "/api/v1",
      method: "POST",
      agent: false,
      headers: { "Content-Type": JSON_TYPE, ...accept },
    });
    this.#request.on("error", () => {
      this.broken = true;
    });
    this.#request.on("response", (response) => this.#read(response));
    this.#request.end(JSON.stringify(call));
  }

  #read(response: IncomingMessage): void {
    this.#response = response;
    this.status = response.statusCode ?? 0;
    this.headers = response.headers;
    const isProtobuf = Object.values(response.headers).includes("application/x-protobuf");
    const decoder = new RecordDecoder({
      onRecord: (record) => {
        const text = isProtobuf
          ? toJson(api.ProcessIO, decode(api.ProcessIO, record))
          : record.toString();
        this.records.push(JSON.parse(text) as Json);
      },
    });
    response.on("data", (chunk: Buffer) => {
      if (this.status === 200) decoder.push(chunk);
      else this.body += chunk.toString();
    });
    response.on("end", () => {
      this.ended = true;
    });
    response.on("error", () => {
      this.broken = true;
    });
  }

  /** All that came on one stream so far. */
  bytes(type: "STDOUT" | "STDERR" = "STDOUT"): Buffer {
    const data = this.records.flatMap((record): readonly Json[] =>
      record["data"]?.["type"] === type ? [record["data"]["data"] as Json] : [],
    );
    return Buffer.concat(data.map((text) => Buffer.from(String(text), "base64")));
  }

  text(type: "STDOUT" | "STDERR" = "STDOUT"): string {
    return this.bytes(type).toString();
  }

  async open(): Promise<this> {
    await until(() => this.status !== 0 || this.broken);
    return this;
  }

  async end(): Promise<this> {
    await until(
      () => this.ended || this.broken,
      () => `the end of ${JSON.stringify(this.records).slice(-1000)}`,
    );
    return this;
  }

  async shows(text: string): Promise<void> {
    await until(
      () => this.text().includes(text),
      () => `${text} in ${this.text()}`,
    );
  }

  /** Reads nothing more for now. */
  pause(): void {
    this.#response?.pause();
  }

  /** Breaks the connection. */
  close(): void {
    this.#request.destroy();
  }
}

/** A streamed call: the first record names the container, the others are typed into it. */
export class InputStream {
  readonly reply: Promise<{ readonly status: number; readonly body: string }>;
  readonly #request: ClientRequest;
  readonly #isProtobuf: boolean;

  constructor(agent: Program, messageType = JSON_TYPE) {
    this.#isProtobuf = messageType !== JSON_TYPE;
    this.#request = request({
      host: "127.0.0.1",
      port: agent.port,
      path: "/api/v1",
      method: "POST",
      agent: false,
      headers: {
        "Content-Type": RECORDIO,
        "Message-Content-Type": messageType,
        Accept: JSON_TYPE,
      },
    });
    const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
    this.reply = promise;
    // Who does not look at the reply does not mind how it fails.
    promise.catch(() => undefined);
    this.#request.on("error", reject);
    this.#request.on("response", (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => {
        body += chunk.toString();
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
      response.on("error", reject);
    });
    this.#request.flushHeaders();
  }

  /** Opens it for a container. */
  static to(agent: Program, id: string, messageType?: string): InputStream {
    const stream = new InputStream(agent, messageType);
    stream.send({ type: "CONTAINER_ID", container_id: containerId(id) });
    return stream;
  }

  /** Sends `attach_container_input`; false: wait before more is sent. */
  send(attach_container_input: object): boolean {
    const call = { type: "ATTACH_CONTAINER_INPUT", attach_container_input };
    const record = this.#isProtobuf
      ? encode(api.Call, fromJson(api.Call, call))
      : JSON.stringify(call);
    return this.#request.write(encodeRecord(record));
  }

  write(bytes: Uint8Array | string): boolean {
    const data = { type: "STDIN", data: Buffer.from(bytes).toString("base64") };
    return this.send({ type: "PROCESS_IO", process_io: { type: "DATA", data } });
  }

  control(control: object): boolean {
    return this.send({ type: "PROCESS_IO", process_io: { type: "CONTROL", control } });
  }

  /** No more records. */
  end(): void {
    this.#request.end();
  }

  close(): void {
    this.#request.destroy();
  }
}
