import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

async function texts(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { recursive: true })).filter((n) => n.endsWith(".d.ts"));
  const read = names.sort().map(async (name) => [name, await readFile(join(folder, name), "utf8")]);
  return Object.fromEntries(await Promise.all(read));
}

test("the page's scripts have no type errors, and their declarations are up to date", async () => {
  const folder = await mkdtemp(join(tmpdir(), "console-"));
  try {
    const tsc = at("../../../../node_modules/.bin/tsc");
    await run(tsc, ["-p", at("../tsconfig.json"), "--outDir", folder]).catch((cause) => {
      throw new Error(`tsc -p packages/apps/console:\n${cause.stdout}`);
    });
    const made = await texts(folder);
    expect(Object.keys(made)).toContain("reducer.d.ts");
    expect(await texts(at("../gen")), "run `npx tsc -p packages/apps/console`").toEqual(made);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
