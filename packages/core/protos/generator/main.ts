/**
 * Generates `src/gen` from `schema`: one TypeScript module per schema file.
 * With `--check` nothing is written; it fails when a file would change.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { emitFile } from "./emit.ts";
import { loadSchema } from "./schema.ts";

const root = join(import.meta.dirname, "..");
const check = process.argv.includes("--check");
const schema = loadSchema(join(root, "schema"));
let stale = 0;

for (const file of schema.files) {
  const path = join(root, "src/gen", `${file}.ts`);
  const text = emitFile(schema, file);
  if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
  stale++;
  if (check) {
    console.error(`${path} is not what the schema says: run \`npm run generate\``);
    continue;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
console.log(`${schema.files.length} files, ${schema.declared.size} types, ${stale} changed`);
if (check && stale > 0) process.exitCode = 1;
