/** The `meta` folder of the recorded Apache Mesos agent, as if it had been recorded here. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { AgentInfo, decode, encode } from "@mesos-ts/protos";
import { PosixCheckpointStore } from "@mesos-ts/storage";

const ARCHIVE = join(import.meta.dirname, "../fixtures/disk/agent-meta.tar");

export const RECORDED_AGENT_ID = "c5c849c2-a945-48d2-a33b-6c146f84f4c4-S0";
/** Of the task `survivor`, which ran when it was recorded. */
export const RECORDED_FRAMEWORK_ID = "c5c849c2-a945-48d2-a33b-6c146f84f4c4-0005";

/** What the recorded agent was started with. */
export const RECORDED_AGENT_FLAGS = [
  "--resources=cpus:4;mem:4096;disk:10240;ports:[31000-32000]",
  "--attributes=rack:r1",
  "--registration_backoff_factor=10ms",
];

/** Unpacks it in `workDir`: absolute links lead there, and the agent was at `port`. */
export function unpackRecordedAgent(workDir: string, port: number): void {
  mkdirSync(workDir);
  execFileSync("tar", ["-xf", ARCHIVE, "-C", workDir]);
  const meta = join(workDir, "meta");
  const run = `slaves/${RECORDED_AGENT_ID}/frameworks/${RECORDED_FRAMEWORK_ID}/executors/survivor/runs`;
  for (const [link, target] of [
    ["slaves/latest", `slaves/${RECORDED_AGENT_ID}`],
    [`${run}/latest`, `${run}/2c21fe35-c28e-4490-822a-bb1a0d3c9d2e`],
  ] as const) {
    rmSync(join(meta, link));
    symlinkSync(join(meta, target), join(meta, link));
  }
  const path = `slaves/${RECORDED_AGENT_ID}/slave.info`;
  const info = decode(AgentInfo, readFileSync(join(meta, path)).subarray(4));
  const store = new PosixCheckpointStore(meta);
  store.apply({ type: "message", path, bytes: encode(AgentInfo, { ...info, port }) });
  store.close();
}
