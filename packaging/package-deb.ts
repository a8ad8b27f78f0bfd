/**
 * Builds the Debian package: `npm run package:deb [-- --architecture=arm64 --compression=gzip]`.
 * The package's path is all that is printed.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildDebianPackage, type Compression } from "./debian-package.ts";
import type { Architecture } from "./stage.ts";

const ARCHITECTURES: readonly Architecture[] = ["amd64", "arm64"];
const COMPRESSIONS: readonly Compression[] = ["xz", "gzip", "none"];

const root = join(import.meta.dirname, "..");
const { values } = parseArgs({
  options: {
    architecture: { type: "string", default: process.arch === "arm64" ? "arm64" : "amd64" },
    compression: { type: "string", default: "xz" },
    target: { type: "string", default: join(root, "dist") },
  },
});

function oneOf<T extends string>(name: string, given: string, known: readonly T[]): T {
  const found = known.find((each) => each === given);
  if (found !== undefined) return found;
  throw new Error(`--${name} must be one of ${known.join(", ")}, not '${given}'`);
}

console.log(
  buildDebianPackage({
    root,
    target: values.target,
    architecture: oneOf("architecture", values.architecture, ARCHITECTURES),
    compression: oneOf("compression", values.compression, COMPRESSIONS),
  }),
);
