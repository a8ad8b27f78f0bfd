/** The current time as HTTP writes it; the text is made once a second. */
export class HttpDate {
  #second = -1;
  #text = "";

  now(): string {
    const second = Math.floor(Date.now() / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#text = new Date(second * 1000).toUTCString();
    }
    return this.#text;
  }
}

/** The reply to a message that was delivered. */
export function acceptedReply(date: string): string {
  return `HTTP/1.1 202 Accepted\r\nDate: ${date}\r\nContent-Length: 0\r\n\r\n`;
}

/** A reply with a text, for messages that were not delivered and for requests that broke. */
export function textReply(date: string, status: number, reason: string, text: string): string {
  return (
    `HTTP/1.1 ${status} ${reason}\r\nDate: ${date}\r\nContent-Type: text/plain; charset=utf-8\r\n` +
    `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
  );
}
