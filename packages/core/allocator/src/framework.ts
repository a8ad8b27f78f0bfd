import type { AllocatorFramework, TimeMs } from "./contract.ts";
import type { Subscription } from "./roles.ts";
import type { Minimum } from "./visibility.ts";

/** What the allocator knows of a framework. */
export interface Framework {
  readonly id: string;
  info: AllocatorFramework;
  active: boolean;
  /** By role: what is worth an offer to it, where it does not leave that to the master. */
  minimums: ReadonlyMap<string, Minimum>;
  /** By role. */
  readonly subscriptions: Map<string, Subscription>;
  /** Until when it does not want inverse offers, by agent. */
  readonly inverseFilters: Map<string, TimeMs>;
}

/** Whether offers in the role are made to it now. */
export function wantsOffers({ framework, subscribed, suppressed }: Subscription): boolean {
  return framework.active && subscribed && !suppressed;
}
