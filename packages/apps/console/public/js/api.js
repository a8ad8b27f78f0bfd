/** Requests to the master, and through it to agents. */

/** A request that takes longer is given up. */
const TIMEOUT_MS = 20_000;

/** A request that was not answered with what was asked for. `status` is 0 without any answer. */
export class RequestError extends Error {
  status;

  /**
   * @param {number} status
   * @param {string} message
   */
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/**
 * @param {string} url
 * @param {RequestInit} [init]
 * @returns {Promise<any>}
 */
async function requestJson(url, init) {
  let response;
  try {
    response = await fetch(url, {
      cache: "no-store",
      // The page follows the leader as a whole, when the stream ends: the policy allows no request
      // to another master.
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...init,
    });
  } catch {
    throw new RequestError(0, "No answer.");
  }
  if (response.type === "opaqueredirect") throw new RequestError(307, "This master does not lead.");
  const text = await response.text();
  if (!response.ok) throw new RequestError(response.status, text.trim());
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError(response.status, "The answer is not JSON.");
  }
}

/** @returns {Promise<import("./wire.js").StateSummary>} */
export function getSummary() {
  return requestJson("/state-summary");
}

/** @returns {Promise<import("./wire.js").GetMaster>} */
export function getMaster() {
  return requestJson("/api/v1", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({ type: "GET_MASTER" }),
  });
}

/**
 * @param {string} agentId
 * @param {string} endpoint
 * @param {Record<string, string | number>} [query]
 */
function agentUrl(agentId, endpoint, query = {}) {
  const parameters = Object.entries(query).map(([name, value]) => [name, String(value)]);
  const text = new URLSearchParams(parameters).toString();
  return `/agent/${encodeURIComponent(agentId)}/${endpoint}${text === "" ? "" : `?${text}`}`;
}

/**
 * @param {string} agentId
 * @returns {Promise<import("./sandbox.js").AgentState>}
 */
export function getAgentState(agentId) {
  return requestJson(agentUrl(agentId, "state"));
}

/**
 * @param {string} agentId
 * @param {string} path
 * @returns {Promise<import("./sandbox.js").Listed[]>}
 */
export function browseFiles(agentId, path) {
  return requestJson(agentUrl(agentId, "files/browse", { path }));
}

/**
 * @param {string} agentId
 * @param {string} path
 * @param {number} offset -1 asks for the size
 * @param {number | undefined} length
 * @returns {Promise<import("./follow.js").FilePart>}
 */
export function readFile(agentId, path, offset, length) {
  const query = length === undefined ? { path, offset } : { path, offset, length };
  return requestJson(agentUrl(agentId, "files/read", query));
}

/**
 * @param {string} agentId
 * @param {string} path
 */
export function downloadUrl(agentId, path) {
  return agentUrl(agentId, "files/download", { path });
}
