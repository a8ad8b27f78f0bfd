/** The offers that an ACCEPT names. Source: `validation::offer`. */
import type { Core } from "../core.ts";
import type { Framework, InverseOfferRecord, OfferRecord } from "../model.ts";

export function validateOffers(
  core: Core,
  framework: Framework,
  ids: readonly string[],
): string | undefined {
  if (ids.length === 0) return "No offers specified";
  const duplicate = validateUnique(ids);
  if (duplicate !== undefined) return duplicate;
  const offers: OfferRecord[] = [];
  for (const id of ids) {
    const offer = core.offers.get(id);
    if (offer === undefined) return `Offer ${id} is no longer valid`;
    offers.push(offer);
  }
  return (
    validateFrameworkOf(offers, framework) ?? validateOneRole(offers) ?? validateOneAgent(offers)
  );
}

/** Rule: no offer twice. */
export function validateUnique(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) return `Duplicate offer ${id} in offer list`;
    seen.add(id);
  }
  return undefined;
}

/** Rule: all offers are the framework's. */
function validateFrameworkOf(
  offers: readonly (OfferRecord | InverseOfferRecord)[],
  framework: Framework,
): string | undefined {
  const other = offers.find((offer) => offer.framework !== framework);
  return other === undefined
    ? undefined
    : `Offer ${other.id} has invalid framework ${other.framework.id} while framework ${framework.id} is expected`;
}

/** Rule: all offers are for one role. */
function validateOneRole(offers: readonly OfferRecord[]): string | undefined {
  const role = offers[0]?.role;
  const other = offers.find((offer) => offer.role !== role);
  return other === undefined
    ? undefined
    : `Aggregated offers must be allocated to the same role. Offer ${other.id} uses role '${other.role} but another is using role '${role}`;
}

/** Rule: all offers are of one agent. */
function validateOneAgent(
  offers: readonly (OfferRecord | InverseOfferRecord)[],
): string | undefined {
  const agent = offers[0]?.agent;
  const other = offers.find((offer) => offer.agent !== agent);
  return other === undefined
    ? undefined
    : `Aggregated offers must belong to one single agent. Offer ${other.id} uses agent ${other.agent.id} and agent ${agent?.id}`;
}

/** The inverse offers that an ACCEPT_INVERSE_OFFERS names. */
export function validateInverseOffers(
  core: Core,
  framework: Framework,
  ids: readonly string[],
): string | undefined {
  if (ids.length === 0) return "No inverse offers specified";
  const duplicate = validateUnique(ids);
  if (duplicate !== undefined) return duplicate;
  const offers: InverseOfferRecord[] = [];
  for (const id of ids) {
    const offer = core.inverseOffers.get(id);
    if (offer === undefined) return `Inverse offer ${id} is no longer valid`;
    offers.push(offer);
  }
  return validateFrameworkOf(offers, framework) ?? validateOneAgent(offers);
}
