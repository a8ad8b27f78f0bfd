/** The oldest agents that this master takes are of version 1.0.0. */
const MINIMUM_MAJOR = 1;

const VERSION = /^(\d+)\.(\d+)(?:\.(\d+))?(?:[-+].*)?$/;

/** Rule: an agent says its version, and is not older than 1.0.0. */
export function validateAgentVersion(version: string): string | undefined {
  const match = VERSION.exec(version);
  if (match === null) return `Failed to parse version '${version}'`;
  return Number(match[1]) < MINIMUM_MAJOR
    ? `agent version is ${version}, minimum supported agent version is 1.0.0`
    : undefined;
}
