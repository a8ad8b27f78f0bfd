/**
 * Micro-benchmarks of the transport on loopback; not part of the suite. Run it with node:
 * `node packages/adapters/transport/src/bench.ts`. Times are CPU time of this whole process, so
 * the socket figures include both ends.
 */
import { Buffer } from "node:buffer";
import { once } from "node:events";
import { connect } from "node:net";
import {
  formatMessage,
  type MessageEnvelope,
  parseMessageHead,
  RequestParser,
} from "@mesos-ts/wire";
import { Router, startTransport, type TransportServer } from "./index.ts";

const MESSAGES = 300_000;
const READ_BYTES = 64 * 1024;
const NAMES = ["StatusUpdateMessage", "PongSlaveMessage", "ExitedExecutorMessage"];

function report(name: string, count: number, before: NodeJS.CpuUsage): void {
  const used = process.cpuUsage(before);
  const micros = (used.user + used.system) / count;
  console.log(`${name.padEnd(52)} ${micros.toFixed(2).padStart(7)} us CPU each`);
}

function stream(bodyBytes: number, senders: number): Buffer {
  const body = Buffer.alloc(bodyBytes, 7);
  const messages = Array.from({ length: 1000 }, (_, i) => {
    const sender = i % senders;
    const from = `slave(1)@10.0.${sender >> 8}.${sender & 255}:5051`;
    return formatMessage(from, "master@127.0.0.1:5050", `mesos.internal.${NAMES[i % 3]}`, body);
  });
  return Buffer.concat(messages);
}

function benchParser(name: string, bytes: Buffer): void {
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
    for (let at = 0; at < bytes.length; at += READ_BYTES) {
      parser.push(bytes.subarray(at, at + READ_BYTES));
    }
  }
  report(`parse: ${name}`, seen, before);
}

/** Resolves when a process of the server has received `count` messages. */
function receiver(server: TransportServer, id: string, count: number): Promise<void> {
  return new Promise((resolve) => {
    let left = count;
    server.register(id, {
      message: () => {
        left -= 1;
        if (left === 0) resolve();
      },
      exited: () => {},
    });
  });
}

async function benchSend(messageReplies: "all" | "clients", perTurn: number): Promise<void> {
  const router = new Router();
  const a = await startTransport({ host: "127.0.0.1", router, messageReplies });
  const b = await startTransport({ host: "127.0.0.1", router, messageReplies });
  const done = receiver(b, "b", MESSAGES);
  const body = Buffer.alloc(200, 7);
  const before = process.cpuUsage();
  for (let sent = 0; sent < MESSAGES; ) {
    for (let i = 0; i < perTurn; i += 1, sent += 1) {
      a.send("a", `b@${b.address}`, `mesos.internal.${NAMES[sent % 3]}`, body);
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  await done;
  report(`send+receive: ${perTurn} a turn, replies to ${messageReplies}`, MESSAGES, before);
  await Promise.all([a.close(), b.close()]);
}

async function benchHttpPost(pipelined: number): Promise<void> {
  const router = new Router("master");
  let bodies = 0;
  router.route(
    "master",
    "/api/v1/scheduler",
    (request) => {
      bodies += request.body.length;
      return { status: 202 };
    },
    { methods: ["POST"] },
  );
  const server = await startTransport({ host: "127.0.0.1", router });
  const socket = connect({ port: server.port, host: "127.0.0.1", noDelay: true });
  await once(socket, "connect");
  const head =
    "POST /api/v1/scheduler HTTP/1.1\r\nHost: 127.0.0.1:5050\r\nContent-Type: application/json\r\n" +
    "Accept: application/json\r\nMesos-Stream-Id: 08268876-178a-45be-86ca-185bd77505f5\r\n";
  const body = Buffer.alloc(300, 120);
  const request = Buffer.from(`${head}Content-Length: ${body.length}\r\n\r\n${body}`);
  const batch = Buffer.concat(Array.from({ length: pipelined }, () => request));
  const replyLength =
    "HTTP/1.1 202 Accepted\r\nDate: Fri, 20 Nov 2026 12:17:34 GMT\r\nContent-Length: 0\r\n\r\n"
      .length;
  const count = 40_000;
  const before = process.cpuUsage();
  for (let sent = 0; sent < count; sent += pipelined) {
    socket.write(batch);
    for (let left = pipelined * replyLength; left > 0; ) {
      const [chunk] = (await once(socket, "data")) as [Buffer];
      left -= chunk.length;
    }
  }
  report(`HTTP POST, 300 byte body, ${pipelined} at a time`, count, before);
  if (bodies !== count * body.length) throw new Error(`lost bodies: ${bodies}`);
  socket.destroy();
  await server.close();
}

for (let round = 0; round < 2; round += 1) {
  console.log(`round ${round + 1}`);
  benchParser("200 byte body, one sender", stream(200, 1));
  benchParser("no body, one sender", stream(0, 1));
  benchParser("4 KB body, one sender", stream(4096, 1));
  benchParser("200 byte body, 500 senders (never cached)", stream(200, 500));
  await benchSend("all", 100);
  await benchSend("clients", 100);
  await benchSend("all", 1);
  await benchHttpPost(1);
  await benchHttpPost(16);
}
