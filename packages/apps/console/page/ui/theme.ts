/** Light, dark, or as the system says; remembered. */
import { type Signal, signal } from "@preact/signals";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEY = "mesos-theme";

function stored(): Theme {
  try {
    const value = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === value) ?? "system";
  } catch {
    return "system";
  }
}

export function followTheme(): Signal<Theme> {
  const theme = signal(stored());
  theme.subscribe((value) => {
    const root = document.documentElement;
    if (value === "system") delete root.dataset["theme"];
    else root.dataset["theme"] = value;
    try {
      localStorage.setItem(KEY, value);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  });
  return theme;
}

export function nextTheme(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
}
