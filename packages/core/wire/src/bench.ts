/**
 * Micro-benchmark of the message path; not part of the suite. Run it with node:
 * `node packages/core/wire/src/bench.ts`. It prints microseconds per message on one core.
 */
import { Buffer } from "node:buffer";
import { formatMessage, type MessageEnvelope, parseMessageHead, RequestParser } from "./index.ts";

const MESSAGES = 400_000;
const READ_BYTES = 64 * 1024;

function measure(name: string, bodyBytes: number, peers: number): void {
  const body = Buffer.alloc(bodyBytes, 7);
  const names = ["StatusUpdateMessage", "PongSlaveMessage", "ExitedExecutorMessage"];
  const one: Buffer[] = [];
  for (let i = 0; i < 1000; i += 1) {
    const from = `slave(1)@10.0.${(i % peers) >> 8}.${(i % peers) & 255}:5051`;
    one.push(formatMessage(from, "master@10.1.1.1:5050", `mesos.internal.${names[i % 3]}`, body));
  }
  const stream = Buffer.concat(one);
  let seen = 0;
  const parser = new RequestParser<MessageEnvelope>({
    onlyMethod: "POST",
    accept: (head) => {
      const envelope = parseMessageHead(head);
      return envelope?.type === "message" ? envelope : undefined;
    },
    onRequest: () => {
      seen += 1;
    },
  });
  const before = process.cpuUsage();
  while (seen < MESSAGES) {
    for (let at = 0; at < stream.length; at += READ_BYTES) {
      parser.push(stream.subarray(at, at + READ_BYTES));
    }
  }
  const used = process.cpuUsage(before);
  const micros = (used.user + used.system) / seen;
  console.log(`parse  ${name.padEnd(36)} ${micros.toFixed(3)} us/message`);
}

function measureFormat(bodyBytes: number): void {
  const body = Buffer.alloc(bodyBytes, 7);
  const before = process.cpuUsage();
  for (let i = 0; i < MESSAGES; i += 1) {
    formatMessage("master@10.1.1.1:5050", "slave(1)@10.0.0.1:5051", "mesos.internal.RunTask", body);
  }
  const used = process.cpuUsage(before);
  const micros = (used.user + used.system) / MESSAGES;
  console.log(`format ${`${bodyBytes} byte body`.padEnd(36)} ${micros.toFixed(3)} us/message`);
}

for (let round = 0; round < 2; round += 1) {
  measure("200 byte body, one sender", 200, 1);
  measure("no body, one sender", 0, 1);
  measure("4 KB body, one sender", 4096, 1);
  measure("200 byte body, 500 senders (no cache)", 200, 500);
  measureFormat(200);
}
