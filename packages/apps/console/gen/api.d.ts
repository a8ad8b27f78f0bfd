/** Requests to the master, and through it to agents. */
/** A request that was not answered with what was asked for. `status` is 0 without any answer. */
export declare class RequestError extends Error {
    status: number;
    /**
     * @param {number} status
     * @param {string} message
     */
    constructor(status: number, message: string);
}
/** @returns {Promise<import("./wire.js").StateSummary>} */
export declare function getSummary(): Promise<import("./wire.js").StateSummary>;
/** @returns {Promise<import("./wire.js").GetMaster>} */
export declare function getMaster(): Promise<import("./wire.js").GetMaster>;
/**
 * @param {string} agentId
 * @returns {Promise<import("./sandbox.js").AgentState>}
 */
export declare function getAgentState(agentId: string): Promise<import("./sandbox.js").AgentState>;
/**
 * @param {string} agentId
 * @param {string} path
 * @returns {Promise<import("./sandbox.js").Listed[]>}
 */
export declare function browseFiles(agentId: string, path: string): Promise<import("./sandbox.js").Listed[]>;
/**
 * @param {string} agentId
 * @param {string} path
 * @param {number} offset -1 asks for the size
 * @param {number | undefined} length
 * @returns {Promise<import("./follow.js").FilePart>}
 */
export declare function readFile(agentId: string, path: string, offset: number, length: number | undefined): Promise<import("./follow.js").FilePart>;
/**
 * @param {string} agentId
 * @param {string} path
 */
export declare function downloadUrl(agentId: string, path: string): string;
