/** The pages of the navigation. */
import type { IconName } from "./icons.tsx";

export interface PageEntry {
  readonly type: string;
  readonly label: string;
  readonly hash: string;
  readonly icon: IconName;
  /** Goes there after a `g`. */
  readonly key: string;
  /** Other words for it. */
  readonly detail: string;
}

const entry = (type: IconName, label: string, key: string, detail: string): PageEntry => ({
  type,
  label,
  hash: type === "overview" ? "#/" : `#/${type}`,
  icon: type,
  key,
  detail,
});

export const PAGES: readonly PageEntry[] = [
  entry("overview", "Overview", "o", "home cluster resources"),
  entry("tasks", "Tasks", "t", "active unreachable completed"),
  entry("frameworks", "Frameworks", "f", "schedulers"),
  entry("agents", "Agents", "a", "machines slaves hosts drain gone"),
  entry("roles", "Roles", "r", "quota weights shares"),
  entry("offers", "Offers", "e", "inverse offers"),
  entry("maintenance", "Maintenance", "m", "schedule machines down up"),
  entry("log", "Master log", "l", "what the leading master says"),
];
