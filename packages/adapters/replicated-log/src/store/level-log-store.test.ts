import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { checkLevelFolder } from "./level-folder.ts";
import { openLevelLogStore } from "./level-log-store.ts";
import { logStoreCompliance } from "./log-store.compliance.ts";
import { MemoryLogStore } from "./memory-log-store.ts";
import { LogStoreError } from "./types.ts";

/** Places of each file that are damaged; `LOG_PLACES=100000` takes every byte. */
const PLACES = Number(process.env["LOG_PLACES"] ?? 50);
const DAMAGE_LIMIT_MS = 120_000;

const folders: string[] = [];
const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), "mesos-log-"));
  folders.push(path);
  return path;
};
afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});

logStoreCompliance("LevelDB", async () => {
  const path = folder();
  const store = await openLevelLogStore(path);
  return {
    store,
    reopen: async () => {
      await store.close();
      return openLevelLogStore(path);
    },
  };
});

logStoreCompliance("memory", async () => {
  const records = new Map<string, Buffer>();
  return {
    store: new MemoryLogStore(records),
    reopen: async () => new MemoryLogStore(records),
  };
});

/** The `replicated_log` of a recorded Apache Mesos master. */
function recorded(): string {
  const path = folder();
  const tar = join(import.meta.dirname, "../../../../testing/fixtures/disk/master-log.tar");
  execFileSync("tar", ["xf", tar, "-C", path]);
  return join(path, "replicated_log");
}

/** A folder with tables and a journal of several blocks, closed; and what is in it. */
async function written(): Promise<{ path: string; contents: string }> {
  const path = join(folder(), "log");
  for (let life = 0; life < 3; life++) {
    const store = await openLevelLogStore(path);
    for (let round = 0; round < 4; round++) {
      const position = life * 4 + round;
      const bytes = Buffer.from(`${position} `.repeat(400));
      await store.write({
        id: 1,
        metadata: { status: "VOTING", promised: position },
        actions: [{ position, promised: 1, type: "APPEND", append: { bytes }, learned: true }],
        truncateTo: undefined,
      });
    }
    await store.close();
  }
  return { path, contents: await contentsOf(path) };
}

async function contentsOf(path: string): Promise<string> {
  const store = await openLevelLogStore(path);
  try {
    return JSON.stringify([store.restored, await store.read(0, 1_000)]);
  } finally {
    await store.close();
  }
}

describe("the log of Apache Mesos", () => {
  it("is read", async () => {
    const store = await openLevelLogStore(recorded());
    expect(store.restored).toMatchObject({
      status: "VOTING",
      promised: 2,
      positions: [
        { position: 7, learned: true },
        { position: 8, learned: true, truncatedTo: 7 },
      ],
    });
    const [entry] = await store.read(7, 7);
    expect(Buffer.from(entry?.append?.bytes ?? []).toString("latin1")).toContain("registry");
    await store.close();
  });
});

describe("a damaged folder", () => {
  const variants = (file: Buffer): Buffer[] => {
    const step = Math.max(1, Math.floor(file.length / PLACES));
    const places = Array.from(
      { length: Math.ceil(file.length / step) },
      (_, index) => index * step,
    );
    const flipped = places.map((place) => {
      const copy = Buffer.from(file);
      copy[place] = (copy[place] as number) ^ 0x10;
      return copy;
    });
    return [...places.map((place) => file.subarray(0, place)), ...flipped];
  };

  it(
    "is refused, or shows all that was there: each file cut anywhere, each byte changed",
    async () => {
      const { path, contents } = await written();
      let refused = 0;
      for (const name of readdirSync(path).filter((file) => !/^LO(CK|G)/.test(file))) {
        for (const damaged of variants(readFileSync(join(path, name)))) {
          const copy = join(folder(), "copy");
          cpSync(path, copy, { recursive: true });
          writeFileSync(join(copy, name), damaged);
          const outcome = await contentsOf(copy).catch((error: Error) => error);
          if (typeof outcome === "string") {
            const journalCut =
              name.endsWith(".log") && damaged.length < readFileSync(join(path, name)).length;
            if (!journalCut) expect(outcome, `${name} ${damaged.length}`).toBe(contents);
          } else {
            refused += 1;
            expect(outcome).toBeInstanceOf(LogStoreError);
            expect(outcome.message).toContain(copy);
          }
          rmSync(copy, { recursive: true });
        }
      }
      expect(refused).toBeGreaterThan(100);
    },
    DAMAGE_LIMIT_MS,
  );

  it.each([
    ["CURRENT", /CURRENT': it is missing/],
    ["MANIFEST", /MANIFEST-\d+': ENOENT/],
    ["ldb", /\.ldb': it is missing/],
    ["log", /\.log': it is missing/],
  ])("is refused without its %s", async (kind, text) => {
    const { path } = await written();
    const name = readdirSync(path).find(
      (file) => file.startsWith(kind) || file.endsWith(`.${kind}`),
    );
    rmSync(join(path, name ?? "there is none"));
    await expect(openLevelLogStore(path)).rejects.toThrow(text);
    await expect(checkLevelFolder(path)).rejects.toThrow("move the folder away");
  });

  it("that is open already is refused by name", async () => {
    const path = folder();
    const store = await openLevelLogStore(path);
    await expect(openLevelLogStore(path)).rejects.toThrow(/another master .* work_dir/);
    await store.close();
  });

  it("that another process has open is refused with its number", async () => {
    const path = folder();
    await (await openLevelLogStore(path)).close();
    const store = join(import.meta.dirname, "level-log-store.ts");
    const script = `
      const { openLevelLogStore } = await import(${JSON.stringify(store)});
      await openLevelLogStore(${JSON.stringify(path)});
      console.log("open");
      setInterval(() => {}, 1000);`;
    const { spawn } = await import("node:child_process");
    const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
    try {
      await new Promise((resolve) => child.stdout.once("data", resolve));
      await expect(openLevelLogStore(path)).rejects.toThrow(`process ${child.pid} has it open`);
    } finally {
      child.kill("SIGKILL");
    }
  });
});
