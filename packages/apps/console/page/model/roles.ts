/** Roles as the tree that they are, and what each should have against what it has. */
import { type Amounts, dominantShare, isNothing, NOTHING, summaryAmounts } from "./resources.ts";
import type { AmountsObject, WireRole } from "./wire.ts";

/** Amounts of those resources only that are named. */
export type Quantities = ReadonlyMap<string, number>;

export interface Role {
  readonly name: string;
  /** Its own part of the name: `web` of `eng/web`. */
  readonly label: string;
  readonly depth: number;
  readonly weight: number;
  readonly frameworkIds: readonly string[];
  readonly allocated: Amounts;
  readonly offered: Amounts;
  readonly reserved: Amounts;
  readonly consumed: Amounts;
  readonly guarantee: Quantities;
  readonly limit: Quantities;
  /** Its part of the cluster by the weights of those that want something, from 0 to 1. */
  readonly fairShare: number;
  /** The part of the cluster that it holds, of the resource that it holds most of. */
  readonly share: number;
  readonly children: readonly Role[];
}

interface Node {
  readonly name: string;
  readonly wire: WireRole;
  readonly children: Node[];
}

/** The roots, each with its descendants; by name. */
export function roleTree(wire: readonly WireRole[], whole: Amounts): Role[] {
  const nodes = new Map<string, Node>();
  const roots: Node[] = [];
  const nodeOf = (name: string, known: WireRole | undefined): Node => {
    const before = nodes.get(name);
    if (before !== undefined) return before;
    const node: Node = { name, wire: known ?? {}, children: [] };
    nodes.set(name, node);
    const slash = name.lastIndexOf("/");
    // A parent that nobody names is there all the same.
    const siblings =
      slash < 0 ? roots : nodeOf(name.slice(0, slash), byName.get(name.slice(0, slash))).children;
    siblings.push(node);
    return node;
  };
  const byName = new Map(wire.map((role) => [role.name ?? "", role]));
  for (const [name, role] of byName) nodeOf(name, role);
  return levelOf(roots, 1, 0, whole);
}

function levelOf(nodes: readonly Node[], share: number, depth: number, whole: Amounts): Role[] {
  const wanting = nodes.filter(wants);
  const weights = wanting.reduce((sum, { wire }) => sum + (wire.weight ?? 1), 0);
  return nodes
    .map((node) => {
      const weight = node.wire.weight ?? 1;
      const fairShare = weights > 0 && wants(node) ? (share * weight) / weights : 0;
      return readRole(node, fairShare, depth, whole);
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Only roles with frameworks, or that hold something, take part in sharing. */
function wants({ wire, children }: Node): boolean {
  return (
    (wire.frameworks ?? []).length > 0 ||
    !isNothing(summaryAmounts(wire.allocated)) ||
    children.some(wants)
  );
}

function readRole(node: Node, fairShare: number, depth: number, whole: Amounts): Role {
  const { name, wire, children } = node;
  const allocated = summaryAmounts(wire.allocated);
  return {
    name,
    label: name.slice(name.lastIndexOf("/") + 1),
    depth,
    weight: wire.weight ?? 1,
    frameworkIds: wire.frameworks ?? [],
    allocated,
    offered: summaryAmounts(wire.offered),
    reserved: summaryAmounts(wire.reserved),
    consumed: summaryAmounts(wire.quota?.consumed) ?? NOTHING,
    guarantee: quantitiesOf(wire.quota?.guarantee),
    limit: quantitiesOf(wire.quota?.limit),
    fairShare,
    share: dominantShare(allocated, whole),
    children: levelOf(children, fairShare, depth + 1, whole),
  };
}

function quantitiesOf(amounts: AmountsObject | undefined): Quantities {
  return new Map(
    Object.entries(amounts ?? {}).filter(
      (entry): entry is [string, number] => typeof entry[1] === "number",
    ),
  );
}

/** The tree as rows, the parents before their children. */
export function flatten(roles: readonly Role[]): Role[] {
  return roles.flatMap((role) => [role, ...flatten(role.children)]);
}
