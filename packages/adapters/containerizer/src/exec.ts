import { spawn } from "node:child_process";
import { resolveCommand } from "./command.ts";
import { killTree } from "./kill-tree.ts";
import { invalidStrings } from "./prepare.ts";
import { identityOf, type ProcessTable, readProcess } from "./process-table.ts";
import { parseRunScript } from "./run-script.ts";
import { exited, signaled, signalNumber } from "./status.ts";
import { DEFAULT_PATH, type Tools } from "./tools.ts";
import { type ExecResult, type ExecSpec, type ExitStatus, refuse } from "./types.ts";

const DEFAULT_OUTPUT_LIMIT_BYTES = 65_536;
/** How long output is still awaited after the command ended while others hold its pipes. */
const OUTPUT_PATIENCE_MS = 100;

function statusOf(code: number | null, signal: NodeJS.Signals | null): ExitStatus {
  if (code !== null) {
    return exited(code);
  }
  const number = signal === null ? undefined : signalNumber(signal);
  return number === undefined ? { type: "unknown" } : signaled(number);
}

/**
 * Runs a command in the context that `runScript` sets up. Its standard input is empty; its
 * process tree is killed when the time is over.
 */
export async function runBeside(
  runScript: string,
  spec: ExecSpec,
  tools: Tools,
  table: ProcessTable,
): Promise<ExecResult> {
  const environment = spec.environment ?? {};
  const invalid = invalidStrings(spec.command, environment);
  if (invalid !== null) {
    return invalid;
  }
  const context = parseRunScript(runScript);
  if (context === null) {
    return refuse(
      "unknown-container",
      `The run script of container '${spec.containerId}' is damaged`,
    );
  }
  const searchPath = environment["PATH"] ?? context.searchPath;
  const execution = resolveCommand(spec.command, context.sandbox, searchPath, tools);
  const script = context.render(environment, execution, tools);
  // One compound command: the shell reads all of it before its standard input is replaced.
  return await runScriptWith(`{\nexec </dev/null\n${script}}\n`, spec, tools, table);
}

function runScriptWith(
  script: string,
  spec: ExecSpec,
  tools: Tools,
  table: ProcessTable,
): Promise<ExecResult> {
  const { promise, resolve } = Promise.withResolvers<ExecResult>();
  const limit = spec.outputLimitBytes ?? DEFAULT_OUTPUT_LIMIT_BYTES;
  const chunks: Buffer[] = [];
  let size = 0;
  let timedOut = false;
  const child = spawn(tools.shell, ["-s"], {
    cwd: "/",
    detached: true,
    env: { PATH: DEFAULT_PATH },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const keep = (chunk: Buffer): void => {
    const part = chunk.subarray(0, limit - size);
    size += part.length;
    if (part.length > 0) {
      chunks.push(part);
    }
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  child.stdin.on("error", () => undefined); // The command ended without reading: its status tells.
  child.stdin.end(script);
  const killAll = async (): Promise<void> => {
    const entry = child.pid === undefined ? null : readProcess(child.pid);
    timedOut = true;
    if (entry !== null) {
      await killTree(identityOf(entry), 9, table);
    }
  };
  const timer = spec.timeoutMs > 0 ? setTimeout(() => void killAll(), spec.timeoutMs) : undefined;
  child.once("error", (error) => {
    clearTimeout(timer);
    resolve(refuse("supervisor-unavailable", `Cannot run '${tools.shell}': ${error.message}`));
  });
  let ended: (() => void) | undefined;
  child.once("exit", (code, signal) => {
    clearTimeout(timer);
    ended = () => {
      clearTimeout(patience);
      const output = Buffer.concat(chunks).toString("utf8");
      child.stdout.destroy();
      child.stderr.destroy();
      resolve(
        timedOut
          ? { type: "timed-out", output }
          : { type: "finished", status: statusOf(code, signal), output },
      );
    };
    const patience = setTimeout(ended, OUTPUT_PATIENCE_MS);
  });
  child.once("close", () => ended?.());
  return promise;
}
