import { lifetimeOf, type Node } from "./node.ts";
import type { DataTree } from "./tree.ts";

/** Most nodes that one look deletes; the next look finds the others. */
const MAX_PERISHED = 10_000;

/** Containers that had children and have none, and nodes whose time to live is over. */
export function perished(tree: DataTree, wallMs: number): readonly string[] {
  const paths: string[] = [];
  for (const path of tree.perishables()) {
    const node = tree.get(path);
    if (node === undefined || !hasPerished(node, wallMs)) continue;
    paths.push(path);
    if (paths.length === MAX_PERISHED) break;
  }
  return paths;
}

function hasPerished(node: Node, wallMs: number): boolean {
  if (node.children.size > 0) return false;
  const lifetime = lifetimeOf(node.ephemeralOwner);
  // A container that never had a child is still waiting for its first.
  if (lifetime.type === "container") return node.cversion > 0;
  return lifetime.type === "ttl" && wallMs - node.mtime > lifetime.ttl;
}
