import { Buffer } from "node:buffer";
import { Chunks } from "../chunks.ts";
import type { HttpRequest, HttpResponse } from "../http-types.ts";

/** 200 with JSON that is text already; wrapped when the request asks for `jsonp`. */
export function jsonTextReply(request: HttpRequest, json: string): HttpResponse {
  const chunks = new Chunks([Buffer.from(json)]);
  return { status: 200, chunks, jsonp: request.query.get("jsonp") };
}

/** 200 with a value as JSON; wrapped when the request asks for `jsonp`. */
export function jsonReply(request: HttpRequest, json: unknown): HttpResponse {
  return { status: 200, json, jsonp: request.query.get("jsonp") };
}
