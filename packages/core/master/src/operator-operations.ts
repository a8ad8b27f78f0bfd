/** RESERVE_RESOURCES … SHRINK_VOLUME: operators change what no framework holds. */
import { err, ok, type Result } from "@mesos-ts/base";
import type { AgentID, master, Offer_Operation, Offer_Operation_Type } from "@mesos-ts/protos";
import {
  conversionsOf,
  convert,
  mapOperation,
  netConversion,
  Resources,
  upgrade,
} from "@mesos-ts/resources";
import type { Reply } from "./contract.ts";
import type { Core } from "./core.ts";
import { refuseMs } from "./filters.ts";
import { type Agent, agentText } from "./model.ts";
import { rescindOffer } from "./offers.ts";
import { applyOperationToAgent } from "./operations.ts";
import { validateOperationShape } from "./validation/operation-shape.ts";
import { validateOperation } from "./validation/operations.ts";

/** Answered when the master has applied it; the agent is told, and tells when it has, too. */
export function operate(core: Core, call: master.Call, principal: string | undefined): Reply {
  const { agentId = "", operation } = requestOf(call);
  const agent = core.agents.registered.get(agentId);
  if (agent === undefined) return refused(400, "No agent found with specified ID");
  const error = validateOperationShape(operation);
  if (error !== undefined) return refused(400, error);
  return change(core, agent, mapOperation(operation, upgrade), principal);
}

function change(
  core: Core,
  agent: Agent,
  operation: Offer_Operation,
  principal: string | undefined,
): Reply {
  const error = validateOperation(operation, agent, { principal, framework: undefined });
  if (error !== undefined) {
    // Only the text for UNRESERVE does not say on which agent, as in Mesos.
    const where = operation.type === "UNRESERVE" ? "" : ` on agent ${agentText(agent)}`;
    return refused(400, `Invalid ${operation.type} operation${where}: ${error}`);
  }
  const outcome = convertUnused(core, agent, operation);
  return outcome.type === "error" ? refused(409, outcome.error) : { type: "accepted" };
}

/** Applies the operation to what nobody holds, after taking back the offers that are in its way. */
function convertUnused(core: Core, agent: Agent, operation: Offer_Operation): Result<void> {
  const conversions = conversionsOf(operation);
  if (conversions.type === "error") return conversions;
  const { consumed, converted } = netConversion(conversions.value);
  rescindFor(core, agent, operation, consumed);
  const available = core.allocator.holdings(agent.id)?.available ?? Resources.none;
  const possible = convert(available, conversions.value);
  if (possible.type === "error") return possible;
  if (!core.allocator.convertAvailable(agent.id, consumed, converted, core.steadyMs)) {
    return err(`${available} does not contain ${consumed}`);
  }
  applyOperationToAgent(core, agent, undefined, operation, conversions.value);
  return ok(undefined);
}

/**
 * Rescinds offers of the agent, one at a time, until they cover the operation: what is not offered
 * now may be a moment later, so it does not count. The filter keeps the same frameworks from
 * getting the same resources back first.
 */
function rescindFor(
  core: Core,
  agent: Agent,
  operation: Offer_Operation,
  consumed: Resources,
): void {
  let required = consumed;
  let recovered = Resources.none;
  for (const offer of [...agent.offers]) {
    const offered = offer.resources.unallocated();
    const rest = required.minus(offered);
    if (rest.equals(required)) continue;
    required = rest;
    recovered = recovered.plus(offered);
    rescindOffer(core, offer, refuseMs(core, undefined));
    const conversions = conversionsOf(operation);
    if (conversions.type === "ok" && convert(recovered, conversions.value).type === "ok") return;
  }
}

interface Request {
  readonly agentId: string | undefined;
  readonly operation: Offer_Operation;
}

/** The call as the operation that it asks for. */
function requestOf(call: master.Call): Request {
  switch (call.type) {
    case "RESERVE_RESOURCES":
      return request("RESERVE", "reserve", call.reserve_resources);
    case "UNRESERVE_RESOURCES":
      return request("UNRESERVE", "unreserve", call.unreserve_resources);
    case "CREATE_VOLUMES":
      return request("CREATE", "create", call.create_volumes);
    case "DESTROY_VOLUMES":
      return request("DESTROY", "destroy", call.destroy_volumes);
    case "GROW_VOLUME":
      return request("GROW_VOLUME", "grow_volume", call.grow_volume);
    default:
      return request("SHRINK_VOLUME", "shrink_volume", call.shrink_volume);
  }
}

/** Calls have the fields of the operations that they ask for, and say on which agent. */
function request(
  type: Offer_Operation_Type,
  field: keyof Offer_Operation,
  payload: { readonly agent_id?: AgentID | undefined } | undefined,
): Request {
  const { agent_id, ...rest } = payload ?? {};
  return { agentId: agent_id?.value, operation: { type, [field]: rest } };
}

function refused(status: 400 | 409, text: string): Reply {
  return { type: "refused", status, text };
}
