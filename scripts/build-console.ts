/**
 * Builds the page that the master serves: `packages/apps/console/dist`. Does nothing when the page
 * is built from these very sources already.
 */
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const folder = join(root, "packages/apps/console");
/** Says of which sources the page was built. */
const stamp = join(folder, "dist/.sources");

const SOURCES = ["index.html", "package.json", "tsconfig.json", "page/**/*.*", "static/**/*.*"];

/** Of everything that the page is made from, the tools included. */
function hashOfSources(): string {
  const hash = createHash("sha256");
  const names = globSync(SOURCES, { cwd: folder }).sort();
  const files = [
    ...names.map((name) => join(folder, name)),
    join(root, "package-lock.json"),
    import.meta.filename,
  ];
  for (const file of files) hash.update(`${file.slice(root.length)}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

async function build(): Promise<void> {
  // Loaded only here: most of the time there is nothing to do.
  const vite = await import("vite");
  await vite.build({
    root: folder,
    configFile: false,
    logLevel: "warn",
    publicDir: "static",
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    // Everything is a file: the page's policy allows nothing inline.
    build: {
      outDir: "dist",
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: "es2023",
    },
    worker: { format: "es" },
    plugins: [
      {
        name: "page-waits-for-script",
        // The script sets the colours that were chosen: without it, others would flash.
        transformIndexHtml: {
          order: "post",
          handler: (html) =>
            html.replace('<script type="module"', '<script type="module" blocking="render"'),
        },
      },
    ],
  });
}

const hash = hashOfSources();
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== hash) {
  await build();
  writeFileSync(stamp, hash);
}
