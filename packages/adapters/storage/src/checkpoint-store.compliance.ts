import { describe, expect, it } from "vitest";
import { unframe } from "./framing.ts";
import type { CheckpointStore, MetaFiles } from "./types.ts";

/** A store under test, with a reader of what it wrote. */
export interface StoreUnderTest {
  readonly store: CheckpointStore;
  readonly files: MetaFiles;
}

/** What every checkpoint store does. */
export function checkpointStoreCompliance(name: string, make: () => StoreUnderTest): void {
  describe(name, () => {
    it("frames a message with its length, and replaces it", () => {
      const { store, files } = make();
      for (const text of ["first", "second", "second"]) {
        store.apply({ type: "message", path: "slaves/a/slave.info", bytes: Buffer.from(text) });
      }
      expect(files.read("slaves/a/slave.info")).toEqual(Buffer.from("\x06\0\0\0second"));
    });

    it("takes messages of any size, and back", () => {
      const { store, files } = make();
      const big = Buffer.alloc(100_000, 7);
      for (const bytes of [big, Buffer.alloc(0), big]) {
        store.apply({ type: "message", path: "m", bytes });
        expect(files.read("m")?.subarray(4)).toEqual(bytes);
      }
    });

    it("writes text as it is, and replaces it", () => {
      const { store, files } = make();
      store.apply({ type: "text", path: "boot_id", text: "longer than the next" });
      store.apply({ type: "text", path: "boot_id", text: "äh" });
      expect(files.read("boot_id")?.toString()).toBe("äh");
    });

    it("appends records in order", () => {
      const { store, files } = make();
      for (const text of ["a", "", "bc"]) {
        store.apply({ type: "append", path: "t/task.updates", bytes: Buffer.from(text) });
      }
      const { records } = unframe(files.read("t/task.updates") ?? Buffer.alloc(0));
      expect(records.map(String)).toEqual(["a", "", "bc"]);
    });

    it("writes all records of a file at once, and replaces them", () => {
      const { store, files } = make();
      const list = ["a", "bc"].map((text) => Buffer.from(text));
      store.apply({ type: "records", path: "r/resources.info", list });
      const { records } = unframe(files.read("r/resources.info") ?? Buffer.alloc(0));
      expect(records.map(String)).toEqual(["a", "bc"]);
      store.apply({ type: "records", path: "r/resources.info", list: [] });
      expect(files.read("r/resources.info")).toEqual(Buffer.alloc(0));
    });

    it("moves a file to the place of another, and writes both anew", () => {
      const { store, files } = make();
      for (const text of ["one", "two", "two"]) {
        store.apply({ type: "text", path: "r/target", text });
        store.apply({ type: "rename", path: "r/target", to: "r/state" });
        expect(files.read("r/state")?.toString()).toBe(text);
        expect(files.read("r/target")).toBeUndefined();
      }
      expect(() => store.apply({ type: "rename", path: "r/state", to: "../x" })).toThrow(
        /leaves the meta folder/,
      );
    });

    it("touches without a trace in what is there", () => {
      const { store, files } = make();
      store.apply({ type: "touch", path: "run/executor.sentinel" });
      expect(files.read("run/executor.sentinel")).toEqual(Buffer.alloc(0));
      store.apply({ type: "text", path: "x", text: "kept" });
      store.apply({ type: "touch", path: "x" });
      expect(files.read("x")?.toString()).toBe("kept");
    });

    it("makes folders, once or twice", () => {
      const { store, files } = make();
      store.apply({ type: "mkdir", path: "runs/b" });
      store.apply({ type: "mkdir", path: "runs/a" });
      store.apply({ type: "mkdir", path: "runs/b" });
      store.apply({ type: "text", path: "runs/file", text: "" });
      store.apply({ type: "symlink", path: "runs/latest", target: "/elsewhere" });
      expect(files.folders("runs")).toEqual(["a", "b"]);
      expect(files.folders("none")).toEqual([]);
    });

    it("leads a link elsewhere", () => {
      const { store, files } = make();
      expect(files.readLink("runs/latest")).toBeUndefined();
      store.apply({ type: "symlink", path: "runs/latest", target: "/one" });
      store.apply({ type: "symlink", path: "runs/latest", target: "/two" });
      expect(files.readLink("runs/latest")).toBe("/two");
    });

    it("removes what is there with all below it, and writes it anew", () => {
      const { store, files } = make();
      store.apply({ type: "text", path: "f/framework.pid", text: "pid" });
      store.apply({ type: "append", path: "f/updates", bytes: Buffer.from("one") });
      store.apply({ type: "text", path: "g", text: "stays" });
      store.apply({ type: "remove", path: "f" });
      store.apply({ type: "remove", path: "f" });
      expect(files.read("f/framework.pid")).toBeUndefined();
      expect(files.read("g")?.toString()).toBe("stays");
      store.apply({ type: "text", path: "f/framework.pid", text: "pid" });
      store.apply({ type: "append", path: "f/updates", bytes: Buffer.from("two") });
      expect(files.read("f/framework.pid")?.toString()).toBe("pid");
      expect(unframe(files.read("f/updates") ?? Buffer.alloc(0)).records.map(String)).toEqual([
        "two",
      ]);
    });

    it.each(["", "/etc/passwd", "../up", "a/../b", "a//b", "./a", "a/", "a\0b"])(
      "refuses the path %j, which leaves its folder",
      (path) => {
        const { store } = make();
        expect(() => store.apply({ type: "touch", path })).toThrow(/leaves the meta folder/);
      },
    );
  });
}
