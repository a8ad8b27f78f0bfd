import type { Action, Batch } from "@mesos-ts/log";
import { describe, expect, it } from "vitest";
import type { LogStore } from "./types.ts";

const append = (position: number, text: string, learned?: boolean): Action => ({
  position,
  promised: 1,
  performed: 1,
  ...(learned === undefined ? {} : { learned }),
  type: "APPEND",
  append: { bytes: Buffer.from(text) },
});

const batch = (part: Partial<Batch>): Batch => ({
  id: 1,
  metadata: undefined,
  actions: [],
  truncateTo: undefined,
  ...part,
});

/** What every log store does. `reopen` closes a store and opens what it left. */
export function logStoreCompliance(
  name: string,
  open: () => Promise<{ store: LogStore; reopen(): Promise<LogStore> }>,
): void {
  describe(name, () => {
    it("is EMPTY when new", async () => {
      const { store } = await open();
      expect(store.restored).toEqual({ status: "EMPTY", promised: 0, positions: [] });
      await store.close();
    });

    it("gives back what was written, and the latest of it", async () => {
      const { store, reopen } = await open();
      await store.write(batch({ metadata: { status: "STARTING", promised: 0 } }));
      await store.write(
        batch({
          metadata: { status: "VOTING", promised: 7 },
          actions: [append(2, "two"), append(1, "one", true)],
        }),
      );
      await store.write(batch({ actions: [append(2, "zwei", true)] }));
      expect(await store.read(0, 9)).toEqual([append(1, "one", true), append(2, "zwei", true)]);
      const again = await reopen();
      expect(again.restored).toMatchObject({
        status: "VOTING",
        promised: 7,
        positions: [
          { position: 1, promised: 1, performed: 1, learned: true },
          { position: 2, promised: 1, performed: 1, learned: true },
        ],
      });
      expect(await again.read(2, 2)).toEqual([append(2, "zwei", true)]);
      await again.close();
    });

    it("forgets what is truncated, and says where the log begins", async () => {
      const { store, reopen } = await open();
      const truncate: Action = {
        position: 12,
        promised: 1,
        performed: 1,
        learned: true,
        type: "TRUNCATE",
        truncate: { to: 11 },
      };
      const old = Array.from({ length: 12 }, (_, position) =>
        append(position, `${position}`, true),
      );
      await store.write(batch({ metadata: { status: "VOTING", promised: 1 }, actions: old }));
      await store.write(batch({ actions: [truncate], truncateTo: 11 }));
      expect((await store.read(0, 20)).map(({ position }) => position)).toEqual([11, 12]);
      const again = await reopen();
      expect(again.restored.status).toBe("VOTING");
      expect(again.restored.positions.at(-1)).toMatchObject({ position: 12, truncatedTo: 11 });
      await again.close();
    });

    it("keeps positions in order beyond ten digits", async () => {
      const { store, reopen } = await open();
      const positions = [9_999_999_997, 9_999_999_998, 9_999_999_999, 10_000_000_000, 2 ** 53 - 2];
      await store.write(batch({ actions: positions.map((position) => append(position, "x")) }));
      const again = await reopen();
      expect(again.restored.positions.map(({ position }) => position)).toEqual(positions);
      await again.close();
    });
  });
}
