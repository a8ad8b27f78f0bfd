import {
  agent,
  decode,
  encode,
  fromJson,
  type Message,
  type MessageType,
  master,
  toJson,
} from "@mesos-ts/protos";
import { HttpClient } from "@mesos-ts/transport";
import type { Encoding } from "./live-scheduler.ts";
import type { Program } from "./programs.ts";
import type { Json } from "./recordings.ts";

/** What a call was answered with; `json` where the body is a response. */
export interface OperatorReply {
  readonly status: number;
  readonly text: string;
  readonly json: Json;
}

/** The operator API of a master or an agent, in either encoding; calls and replies are JSON here. */
export class OperatorClient {
  readonly #client = new HttpClient();
  readonly #encoding: Encoding;

  constructor(encoding: Encoding) {
    this.#encoding = encoding;
  }

  close(): void {
    this.#client.close();
  }

  master(program: Program, call: object): Promise<OperatorReply> {
    return this.#call(program, call, master.Call, master.Response);
  }

  agent(program: Program, call: object): Promise<OperatorReply> {
    return this.#call(program, call, agent.Call, agent.Response);
  }

  async #call<C extends Message, R extends Message>(
    program: Program,
    call: object,
    calls: MessageType<C>,
    responses: MessageType<R>,
  ): Promise<OperatorReply> {
    const isJson = this.#encoding === "json";
    const type = isJson ? "application/json" : "application/x-protobuf";
    const { status, headers, body } = await this.#client.request({
      url: `http://${program.address}/api/v1`,
      method: "POST",
      headers: { "Content-Type": type, Accept: type },
      body: isJson ? JSON.stringify(call) : encode(calls, fromJson(calls, call)),
    });
    const isResponse = status === 200 && headers["content-type"] === type;
    const text =
      isResponse && !isJson ? toJson(responses, decode(responses, body)) : body.toString();
    return { status, text, json: (isResponse ? JSON.parse(text) : {}) as Json };
  }
}
