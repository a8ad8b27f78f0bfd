import { Buffer } from "node:buffer";
import { describe, expect, test } from "vitest";
import { BUSY_MS, type FollowEvent, Follower, IDLE_MS, RETRY_MS } from "../page/live/follow.ts";
import { TAIL_BYTES } from "../page/model/tail.ts";
import { FakeTimers } from "./fake-timers.test-support.ts";

class FollowedFile {
  readonly timers = new FakeTimers();
  bytes = Buffer.alloc(0);
  text = "";
  events: FollowEvent[] = [];
  failure: Error | undefined;
  readonly follower = new Follower({
    setTimer: this.timers.setTimer,
    clearTimer: this.timers.clearTimer,
    read: async (offset, length = 0) => {
      if (this.failure !== undefined) throw this.failure;
      if (offset === -1) return { data: "", offset: this.bytes.length };
      return { data: this.bytes.subarray(offset, offset + length).toString(), offset };
    },
    onEvent: (event) => {
      this.events.push(event);
      if (event.type === "text") this.text = (event.isFirst ? "" : this.text) + event.text;
    },
  });

  write(text: string): void {
    this.bytes = Buffer.concat([this.bytes, Buffer.from(text)]);
  }

  /** Looks until there is nothing left to read. */
  async catchUp(): Promise<void> {
    do await this.timers.runNext();
    while (this.timers.nextMs === 0);
  }
}

describe("Follower", () => {
  test("shows a file and what is added to it", async () => {
    const file = new FollowedFile();
    file.write("one\n");
    file.follower.start();
    await file.catchUp();
    expect(file.text).toBe("one\n");
    file.write("zwei ü\n");
    await file.catchUp();
    expect(file.text).toBe("one\nzwei ü\n");
    expect(file.timers.nextMs).toBe(BUSY_MS);
  });

  test("looks less often at a file that does not grow", async () => {
    const file = new FollowedFile();
    file.follower.start();
    for (let i = 0; i < 20; i++) await file.timers.runNext();
    expect(file.timers.nextMs).toBe(IDLE_MS);
    expect(file.events.filter(({ type }) => type === "text")).toHaveLength(1);
  });

  test("begins near the end of a long file, at a line, and reads it in pieces", async () => {
    const file = new FollowedFile();
    const line = "0123456789abcdé\n";
    file.write(line.repeat(30_000));
    file.follower.start();
    await file.catchUp();
    expect(file.text.startsWith(line)).toBe(true);
    expect(file.text.endsWith(line)).toBe(true);
    expect(Buffer.byteLength(file.text)).toBeGreaterThan(TAIL_BYTES - 2 * line.length);
    expect(file.text).not.toContain("\uFFFD");
  });

  test("a truncated file is shown anew", async () => {
    const file = new FollowedFile();
    file.write("a long text that goes\n");
    file.follower.start();
    await file.catchUp();
    file.bytes = Buffer.from("new\n");
    await file.catchUp();
    expect(file.text).toBe("new\n");
  });

  test("shows nothing while it is paused but how much there is", async () => {
    const file = new FollowedFile();
    file.write("one\n");
    file.follower.start();
    await file.catchUp();
    file.follower.pause();
    file.write("two\n");
    await file.catchUp();
    expect(file.text).toBe("one\n");
    expect(file.events.at(-1)).toEqual({ type: "size", size: 8, behind: 4 });
    file.follower.resume();
    await file.catchUp();
    expect(file.text).toBe("one\ntwo\n");
  });

  test("tries again after a failure, and is quiet once it is stopped", async () => {
    const file = new FollowedFile();
    file.failure = new Error("no answer");
    file.follower.start();
    await file.timers.runNext();
    expect(file.events).toEqual([{ type: "failed", cause: file.failure }]);
    expect(file.timers.nextMs).toBe(RETRY_MS);
    file.failure = undefined;
    file.write("back\n");
    await file.catchUp();
    expect(file.text).toBe("back\n");
    file.follower.stop();
    expect(file.timers.nextMs).toBeUndefined();
  });
});
