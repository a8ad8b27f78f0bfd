#!/usr/bin/env node
// Plain JavaScript that every Node.js can read: one that is too old must be able to say so.
import * as nodeModule from "node:module";

const OLDEST = 26;
const version = process.versions.node;
if (Number.parseInt(version, 10) < OLDEST) {
  console.error(
    `mesos-scp needs Node.js ${OLDEST} or newer, but this is Node.js ${version}. ` +
      "Install a newer Node.js, or start with the one that npm installs in node_modules/.bin",
  );
  process.exit(1);
}
nodeModule.enableCompileCache?.();
const { main } = await import("../src/old/scp.ts");
process.exitCode = await main(process.argv.slice(2));
