import type { Scene } from "./four-letter-words.ts";

const hex = (value: bigint): string => `0x${BigInt.asUintN(64, value).toString(16)}`;
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** `Mon Nov 23 12:11:12 UTC 2026`, as Java writes a date. */
function dateText(ms: number): string {
  const date = new Date(ms);
  const day = String(date.getUTCDate()).padStart(2, "0");
  const time = date.toISOString().slice(11, 19);
  const name = DAYS[date.getUTCDay()];
  return `${name} ${MONTHS[date.getUTCMonth()]} ${day} ${time} UTC ${date.getUTCFullYear()}`;
}

/** The word `dump`: who expires when, who has which ephemeral nodes, and who is connected. */
export function sessionsDump(scene: Scene): string {
  const { coordinator, connections } = scene;
  const groups = coordinator.sessions.groups();
  const ephemerals = [...coordinator.database.tree.ephemerals()];
  const toWall = scene.wallMs() - scene.monotonicMs();
  const clients = [...connections.values()].map(({ id, address }) => {
    const session = coordinator.connections().get(id)?.session ?? 0n;
    return `\tip: /${address} sessionId: ${hex(session)}`;
  });
  return [
    "SessionTracker dump:",
    `Session Sets (${groups.length})/(${coordinator.sessions.size}):`,
    ...groups.flatMap(([at, ids]) => [
      `${ids.size} expire at ${dateText(at + toWall)}:`,
      ...[...ids].map((id) => `\t${hex(id)}`),
    ]),
    "ephemeral nodes dump:",
    `Sessions with Ephemerals (${ephemerals.length}):`,
    ...ephemerals.flatMap(([session, paths]) => [
      `${hex(session)}:`,
      ...[...paths].map((path) => `\t${path}`),
    ]),
    "Connections dump:",
    `Connections (${clients.length}):`,
    ...clients,
    "",
  ].join("\n");
}
