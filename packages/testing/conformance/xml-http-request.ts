import { type ClientRequest, request as httpRequest } from "node:http";

/**
 * As much of a browser's XMLHttpRequest as `@dcos/mesos-client` asks for: text that grows, and an
 * event each time that it has.
 */
export class XmlHttpRequest extends EventTarget {
  response = "";
  responseType = "";
  status = 0;
  statusText = "";
  timeout = 0;
  #request: ClientRequest | undefined;

  open(method: string, url: string): void {
    const request = httpRequest(url, { method, agent: false });
    request.on("response", (reply) => {
      this.status = reply.statusCode ?? 0;
      this.statusText = reply.statusMessage ?? "";
      reply.setEncoding("utf8");
      reply.on("data", (text: string) => {
        this.response += text;
        this.dispatchEvent(new Event("progress"));
      });
      reply.on("end", () => this.dispatchEvent(new Event("load")));
    });
    request.on("error", () => this.dispatchEvent(new Event("error")));
    this.#request = request;
  }

  setRequestHeader(name: string, value: string): void {
    this.#request?.setHeader(name, value);
  }

  send(body: string): void {
    this.#request?.end(body);
  }

  abort(): void {
    this.#request?.destroy();
  }
}
