/** What every part of the page can reach. */
import type { ReadonlySignal, Signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Link } from "../live/connect.ts";
import type { Store } from "../live/store.ts";
import type { Model } from "../model/model.ts";
import type { Route } from "../model/route.ts";

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly isBad: boolean;
}

export interface App {
  readonly store: Store;
  readonly link: Link;
  readonly route: ReadonlySignal<Route>;
  /** Seconds since 1970; changes every second. */
  readonly now: ReadonlySignal<number>;
  readonly notices: Signal<readonly Notice[]>;
  /** Says something for a moment. */
  readonly tell: (text: string, isBad?: boolean) => void;
  readonly isPaletteOpen: Signal<boolean>;
  /** Times as dates rather than as "3 min ago". */
  readonly showsDates: Signal<boolean>;
}

export const AppContext = createContext<App | undefined>(undefined);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error("A part of the page is used outside of it");
  return app;
}

/** The model; the part that asks is drawn again when it changes. */
export function useModel(): Model {
  return useApp().store.use();
}
