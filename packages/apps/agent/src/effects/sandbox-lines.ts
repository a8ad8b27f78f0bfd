import type { Clock } from "@mesos-ts/runtime";

const ID_WIDTH = 5;

/** Lines of a sandbox's stderr in glog's form, `I1120 12:45:52.277951    10 executor.ts:0] …`. */
export function createExecutorLines(clock: Clock): (text: string) => string {
  const id = String(process.pid).padStart(ID_WIDTH);
  return (text) => {
    const micros = Math.floor(clock.now() * 1000);
    const at = new Date(micros / 1000);
    const date = two(at.getMonth() + 1) + two(at.getDate());
    const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(":");
    const fraction = String(micros % 1_000_000).padStart(6, "0");
    const head = `I${date} ${time}.${fraction} ${id} executor.ts:0] `;
    return `${text
      .split("\n")
      .map((line) => head + line)
      .join("\n")}\n`;
  };
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
