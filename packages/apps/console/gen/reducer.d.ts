export type Model = import("./model.js").Model;
/**
 * Applies one event of the operators' stream. Events of unknown types change nothing.
 *
 * @param {Model} model changed in place
 * @param {import("./wire.js").OperatorEvent} event
 */
export declare function applyEvent(model: Model, event: import("./wire.js").OperatorEvent): void;
/**
 * Applies `/state-summary`: the cluster's name, and what the stream does not tell, which is what
 * is allocated and offered, and whether agents and frameworks are active.
 *
 * @param {Model} model changed in place
 * @param {import("./wire.js").StateSummary} summary
 */
export declare function applySummary(model: Model, summary: import("./wire.js").StateSummary): void;
/**
 * Applies the reply to GET_MASTER.
 *
 * @param {Model} model changed in place
 * @param {import("./wire.js").GetMaster} reply
 */
export declare function applyMaster(model: Model, { get_master }: import("./wire.js").GetMaster): void;
