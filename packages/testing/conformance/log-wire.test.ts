import {
  decodeLogMessage,
  encodeLogMessage,
  type LogEvent,
  ReplicatedLogCore,
} from "@mesos-ts/log";
import { decode, replicatedLog, stateStorage } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { recording } from "./recordings.ts";

/** A message as it was recorded; of three masters only what came to the latter two was. */
type Recorded = {
  readonly to: number;
  readonly line: string;
  readonly headers: readonly string[];
  readonly body_hex?: string;
};
type Line = {
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly hex: string;
};

const PORTS = [26050, 26060, 26070];
const pidOf = (port: number): string => `log-replica(1)@127.0.0.1:${port}`;

const lines: Line[] = recording<Recorded[]>("wire/quorum-of-three.json")
  .filter(({ line }) => line.includes("mesos.internal.log."))
  .map(({ line, headers, to, body_hex }) => {
    const [, id = "", name = ""] = /^POST \/([^/]+)\/(\S+)/.exec(line) ?? [];
    const from = headers.find((header) => header.startsWith("Libprocess-From: "))?.slice(17) ?? "";
    return { from, to: `${id}@127.0.0.1:${to}`, name, hex: body_hex ?? "" };
  });

/** One of the recorded masters' logs, played by us: what it says is kept for comparison. */
class Player {
  readonly said: Line[] = [];
  readonly #core: ReplicatedLogCore;
  readonly #address: string;
  #now = 0;
  #wakeAt: number | undefined;

  constructor(port: number) {
    this.#address = `127.0.0.1:${port}`;
    this.#core = new ReplicatedLogCore({
      address: this.#address,
      quorum: 2,
      autoInitialize: true,
      seed: 1,
      firstRequest: 1,
    });
    this.step({ type: "start", restored: { status: "EMPTY", promised: 0, positions: [] } });
  }

  step(
    event: LogEvent extends infer E ? (E extends LogEvent ? Omit<E, "now"> : never) : never,
  ): void {
    for (const effect of this.#core.step({ ...event, now: this.#now } as LogEvent)) {
      if (effect.type === "store") this.step({ type: "stored", id: effect.batch.id });
      if (effect.type === "wake-at") this.#wakeAt = effect.at;
      if (effect.type !== "send") continue;
      const { name, body } = encodeLogMessage(effect.message);
      const hex = Buffer.from(body).toString("hex");
      this.said.push({ from: `${effect.from}@${this.#address}`, to: effect.to, name, hex });
    }
  }

  /** Time passes until the question is asked that the recorded master got an answer to. */
  hear({ from, to, name, hex }: Line): void {
    const question = /^__req_res__\((\d+)\)/.exec(to)?.[0];
    for (let turns = 0; question !== undefined && turns < 20; turns++) {
      if (this.said.some((line) => line.from.startsWith(question))) break;
      this.#now = Math.max(this.#now, this.#wakeAt ?? 0);
      this.step({ type: "wake" });
    }
    const message = decodeLogMessage(name, Buffer.from(hex, "hex"));
    if (message.type === "error") throw new Error(message.error);
    this.step({ type: "message", from, to, message: message.value });
  }

  saidTo(port: number): Line[] {
    return this.said.filter(({ to }) => to.endsWith(`:${port}`));
  }
}

const recordedFrom = (port: number, to: number): Line[] =>
  lines.filter((line) => line.from.endsWith(`:${port}`) && line.to.endsWith(`:${to}`));
const heardBy = (port: number): Line[] => lines.filter(({ to }) => to.endsWith(`:${port}`));

describe("a group of three Apache Mesos masters", () => {
  it("cannot tell our replica from the third: same answers, byte for byte", () => {
    const player = new Player(26070);
    player.step({ type: "peers", pids: PORTS.map(pidOf) });
    for (const line of heardBy(26070)) player.hear(line);
    const expected = recordedFrom(26070, 26060);
    expect(expected.map(({ name }) => name.split(".").pop())).toContain("WriteResponse");
    expect(player.saidTo(26060)).toEqual(expected);
  });

  it("cannot tell our coordinator from the one that took over", () => {
    const player = new Player(26060);
    player.step({ type: "peers", pids: PORTS.slice(0, 2).map(pidOf) });
    const takeover = lines.findIndex(
      ({ from, name }) => from.endsWith(":26060") && name.endsWith("PromiseRequest"),
    );
    for (const line of lines.slice(0, takeover).filter(({ to }) => to.endsWith(":26060"))) {
      // The third joined the group before it spoke for the first time.
      if (line.from.endsWith(":26070")) player.step({ type: "peers", pids: PORTS.map(pidOf) });
      player.hear(line);
    }
    player.step({ type: "peers", pids: PORTS.slice(1).map(pidOf) });
    player.step({ type: "elect", id: 1 });
    const answers = lines.slice(takeover).filter(({ to }) => to.endsWith(":26060"));
    const [registry] = recordedFrom(26060, 26070).filter(({ hex }) => hex.startsWith("08021005"));
    const write = decode(replicatedLog.WriteRequest, Buffer.from(registry?.hex ?? "", "hex"));
    for (const [index, answer] of answers.entries()) {
      player.hear(answer);
      if (index === 0)
        player.step({ type: "append", id: 2, bytes: write.append?.bytes ?? Buffer.alloc(0) });
      if (index === 1) player.step({ type: "truncate", id: 3, to: 5 });
    }
    expect(answers).toHaveLength(3);
    expect(player.saidTo(26070)).toEqual(recordedFrom(26060, 26070));
  });

  it("writes the registry as operations that we read", () => {
    const writes = lines.filter(({ name }) => name.endsWith("WriteRequest"));
    const appended = writes
      .map(({ hex }) => decode(replicatedLog.WriteRequest, Buffer.from(hex, "hex")).append)
      .filter((append) => append !== undefined);
    expect(appended.length).toBeGreaterThan(3);
    for (const { bytes } of appended) {
      const { type, snapshot } = decode(stateStorage.Operation, bytes);
      expect(type).toBe("SNAPSHOT");
      expect(snapshot?.entry.name).toBe("registry");
      expect(snapshot?.entry.uuid).toHaveLength(16);
    }
  });
});
