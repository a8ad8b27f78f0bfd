/** A thread that asks for one thing again and again, over several connections. */
import { parentPort, workerData } from "node:worker_threads";
import { ByteCounter, type Question } from "./byte-counter.ts";

interface Wish {
  readonly port: number;
  readonly clients: number;
  readonly question: Question;
}

const { port, clients, question } = workerData as Wish;

async function hammer(): Promise<never> {
  const client = new ByteCounter(port);
  for (;;) {
    await client.ask(question);
    parentPort?.postMessage("answered");
  }
}

for (let i = 0; i < clients; i++) void hammer();
