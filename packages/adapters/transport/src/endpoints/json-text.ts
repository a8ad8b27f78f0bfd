import { Buffer } from "node:buffer";
import type { HttpRequest, HttpResponse } from "../http-types.ts";

/** 200 with JSON that is text already; wrapped when the request asks for `jsonp`. */
export function jsonTextReply(request: HttpRequest, json: string): HttpResponse {
  return { status: 200, chunks: [Buffer.from(json)], jsonp: request.query.get("jsonp") };
}

/** 200 with a value as JSON; wrapped when the request asks for `jsonp`. */
export function jsonReply(request: HttpRequest, json: unknown): HttpResponse {
  return { status: 200, json, jsonp: request.query.get("jsonp") };
}
