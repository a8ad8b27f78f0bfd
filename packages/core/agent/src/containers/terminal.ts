import type { ContainerInfo } from "@mesos-ts/protos";

/** The terminal that a container asks for; zeros: of no particular size. */
export function terminalOf(
  container: ContainerInfo | undefined,
): { readonly rows: number; readonly columns: number } | undefined {
  const { tty_info } = container ?? {};
  return tty_info && { rows: 0, columns: 0, ...tty_info.window_size };
}
