import { PosixContainerizer } from "./posix-containerizer.ts";
import type { LaunchSpec } from "./types.ts";

// An agent process for the kill tests: launches what its argument lists, says so, and stays.

const [runtimeDir = "", shell = "", specs = "[]"] = process.argv.slice(2);
const containerizer = PosixContainerizer.open({ runtimeDir, shell });
for (const spec of JSON.parse(specs) as LaunchSpec[]) {
  const result = await containerizer.launch(spec);
  if (result.type === "refused") {
    throw new Error(result.message);
  }
}
process.stdout.write(`ready ${containerizer.supervisorPid}\n`);
setInterval(() => undefined, 60_000);
