import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { checkTable, Damage, type Manifest, readJournal, readManifest } from "./level-format.ts";
import { LogStoreError } from "./types.ts";

const WAY_OUT =
  "If a majority of the other replicas is well, move the folder away: this replica then learns " +
  "the log from them. If not, put back a copy of the folder.";

/**
 * Looks at every checksum below `path` before LevelDB may open it: LevelDB drops what it finds
 * damaged in its journal, and takes a folder without `CURRENT` for a new one. What cannot be told
 * is a journal that ends early at the border of a record, or in it, from one that a crash ended so.
 *
 * @throws LogStoreError naming the file, and what to do.
 */
export async function checkLevelFolder(path: string): Promise<void> {
  const names = await readdir(path);
  await checkUnlocked(path, names);
  if (!names.includes("CURRENT")) {
    const left = names.find((name) => /^MANIFEST-|\.(ldb|sst|log)$/.test(name));
    if (left === undefined) return;
    throw damaged(path, "CURRENT", `it is missing, but '${left}' is there`);
  }
  const manifest = await currentManifest(path);
  await checkTables(path, names, manifest);
  await checkJournals(path, names, manifest);
}

/** Two processes on one folder: the kernel knows who holds the lock. */
async function checkUnlocked(path: string, names: readonly string[]): Promise<void> {
  if (!names.includes("LOCK")) return;
  const { ino } = await stat(join(path, "LOCK"));
  const locks = await readFile("/proc/locks", "utf8").catch(() => "");
  const holder = new RegExp(`WRITE +(\\d+) [0-9a-f:]+:${ino} `).exec(locks)?.[1];
  if (holder === undefined || holder === String(process.pid)) return;
  throw new LogStoreError(
    `Failed to open the log in '${path}': process ${holder} has it open (another master or ` +
      "mesos-log?); give each its own work_dir",
  );
}

async function currentManifest(path: string): Promise<Manifest> {
  const name = (await readFile(join(path, "CURRENT"), "latin1")).replace(/\n$/, "");
  if (!/^MANIFEST-\d+$/.test(name)) {
    throw damaged(path, "CURRENT", "it does not name a MANIFEST");
  }
  return inspect(path, name, readManifest);
}

async function checkTables(
  path: string,
  names: readonly string[],
  manifest: Manifest,
): Promise<void> {
  for (const [number, size] of manifest.tables) {
    const base = String(number).padStart(6, "0");
    const name = names.find((file) => file === `${base}.ldb` || file === `${base}.sst`);
    if (name === undefined) throw damaged(path, `${base}.ldb`, "it is missing");
    await inspect(path, name, (file) => {
      if (file.length !== size) throw new Damage(`it has ${file.length} bytes instead of ${size}`);
      checkTable(file);
    });
  }
}

async function checkJournals(
  path: string,
  names: readonly string[],
  manifest: Manifest,
): Promise<void> {
  const { journal } = manifest;
  if (journal === undefined) throw damaged(path, "CURRENT", "its MANIFEST names no journal");
  const needed = names.filter(
    (name) => name.endsWith(".log") && Number.parseInt(name, 10) >= journal,
  );
  if (!needed.some((name) => Number.parseInt(name, 10) === journal)) {
    throw damaged(path, `${String(journal).padStart(6, "0")}.log`, "it is missing");
  }
  for (const name of needed) await inspect(path, name, readJournal);
}

async function inspect<T>(path: string, name: string, look: (file: Buffer) => T): Promise<T> {
  let file: Buffer;
  try {
    file = await readFile(join(path, name));
  } catch (error) {
    throw damaged(path, name, (error as Error).message);
  }
  try {
    return look(file);
  } catch (error) {
    if (error instanceof Damage) throw damaged(path, name, error.message);
    throw error;
  }
}

function damaged(path: string, name: string, why: string): LogStoreError {
  return new LogStoreError(`The log is damaged: '${join(path, name)}': ${why}. ${WAY_OUT}`);
}
