import { Buffer } from "node:buffer";
import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { formatMessage } from "@mesos-ts/wire";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DeferredTasks } from "./deferred-tasks.ts";
import { PeerConnection, type PeerConnectionOptions } from "./peer-connection.ts";

let server: Server;
let accepted: Socket[];
let address: string;
let logged: string[];
let peers: PeerConnection[];

beforeEach(async () => {
  accepted = [];
  logged = [];
  peers = [];
  server = createServer((socket) => {
    socket.on("error", () => {});
    accepted.push(socket);
    server.emit("accepted");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  await Promise.all(peers.map((peer) => peer.close()));
  for (const socket of accepted) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

function open(options: Partial<PeerConnectionOptions> = {}) {
  const log = (text: string) => logged.push(text);
  let lost = (): void => {};
  let losses = 0;
  const gone = new Promise<void>((resolve) => {
    lost = resolve;
  });
  const peer = new PeerConnection({
    address,
    onLost: () => {
      losses += 1;
      lost();
    },
    schedule: new DeferredTasks().add,
    log: { info: log, warn: log, error: log },
    ...options,
  });
  peers.push(peer);
  return { peer, gone, losses: () => losses };
}

const FROM = "a@127.0.0.1:1";
const send = (peer: PeerConnection, name: string, body = "") =>
  peer.send(FROM, "b", name, Buffer.from(body));
const bytes = (name: string, body = "") =>
  formatMessage(FROM, `b@${address}`, name, Buffer.from(body)).toString("latin1");

/** What the peer receives until it has `length` bytes, and in how many reads. */
function receive(socket: Socket, length: number): Promise<{ text: string; reads: number }> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let received = 0;
    const onData = (chunk: Buffer): void => {
      chunks.push(chunk);
      received += chunk.length;
      if (received < length) return;
      socket.off("data", onData);
      resolve({ text: Buffer.concat(chunks).toString("latin1"), reads: chunks.length });
    };
    socket.on("data", onData);
    socket.resume();
  });
}

async function connection(count = 1): Promise<Socket> {
  while (accepted.length < count) await once(server, "accepted");
  const socket = accepted[count - 1];
  if (socket === undefined) throw new Error("not connected");
  return socket;
}

describe("PeerConnection", () => {
  it("writes the messages of one turn at once, before and after it is connected", async () => {
    const { peer } = open();
    const names = Array.from({ length: 50 }, (_, i) => `m${i}`);
    const expected = names.map((name) => bytes(name, "body")).join("");
    for (const name of names) send(peer, name, "body");
    const socket = await connection();
    expect(await receive(socket, expected.length)).toEqual({ text: expected, reads: 1 });
    for (const name of names) send(peer, name, "body");
    expect(await receive(socket, expected.length)).toEqual({ text: expected, reads: 1 });
  });

  it("ignores replies, and is lost when the peer ends its side", async () => {
    const { peer, gone, losses } = open();
    send(peer, "m");
    const socket = await connection();
    socket.write("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n".repeat(1000));
    await receive(socket, bytes("m").length);
    socket.end();
    await gone;
    send(peer, "late");
    expect(losses()).toBe(1);
  });

  it("is given up when a peer that does not read makes the queue pass its limit", async () => {
    const { peer, gone } = open({ maxQueueBytes: 32 << 20 });
    const socket = await connection();
    socket.pause();
    const body = "x".repeat(1 << 20);
    let over = false;
    void gone.then(() => {
      over = true;
    });
    for (let i = 0; i < 200 && !over; i += 1) {
      send(peer, `m${i}`, body);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await gone;
    expect(logged.join()).toMatch(/Dropped \d+ messages to .*: more than 33554432 bytes wait/);
  });

  it("resumes when a slow peer reads again", async () => {
    const { peer } = open();
    const socket = await connection();
    socket.pause();
    const body = "x".repeat(1 << 20);
    const count = 30;
    for (let i = 0; i < count; i += 1) send(peer, `m${i}`, body);
    for (let i = 0; i < count; i += 1) send(peer, `s${i}`);
    const expected = Array.from({ length: count }, (_, i) => bytes(`m${i}`, body)).join("").length;
    const small = Array.from({ length: count }, (_, i) => bytes(`s${i}`)).join("");
    await new Promise((resolve) => setImmediate(resolve));
    const { text } = await receive(socket, expected + small.length);
    expect(text.slice(expected)).toBe(small);
  });

  it("is closed as idle without links, and kept with them", async () => {
    const idle = open({ unlinkedIdleMs: 20 });
    await idle.gone;
    const linked = open({ unlinkedIdleMs: 20 });
    linked.peer.setLinked(true);
    const unlinked = open({ unlinkedIdleMs: 20 });
    unlinked.peer.setLinked(true);
    unlinked.peer.setLinked(false);
    await unlinked.gone;
    expect(linked.losses()).toBe(0);
  });

  it("moves to a new connection without loss of what is queued", async () => {
    const { peer, losses } = open();
    const first = await connection();
    send(peer, "queued");
    peer.reconnect();
    const second = await connection(2);
    await receive(second, bytes("queued").length);
    if (!first.destroyed) {
      first.resume();
      await once(first, "close");
    }
    expect(losses()).toBe(0);
  });
});
