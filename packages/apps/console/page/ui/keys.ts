/** Keys that work anywhere on the page. */
import type { App } from "./app-context.ts";
import { PAGES } from "./pages.ts";
import { go } from "./router.ts";

/** A `g` waits so long for the key that says where to go. */
const CHORD_MS = 1200;

export function listenToKeys(app: Pick<App, "isPaletteOpen">): void {
  let lastG = 0;
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      app.isPaletteOpen.value = true;
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    const page = PAGES.find(({ key }) => key === event.key);
    if (page !== undefined && event.timeStamp - lastG < CHORD_MS) go(page.hash);
    lastG = event.key === "g" ? event.timeStamp : 0;
    if (event.key !== "/") return;
    const filter = document.querySelector<HTMLInputElement>("input.filter");
    if (filter === null) app.isPaletteOpen.value = true;
    else filter.focus();
    event.preventDefault();
  });
}

function isTyping({ target }: Event): boolean {
  return (
    target instanceof HTMLElement &&
    (target.closest("input, textarea, select, dialog") !== null || target.isContentEditable)
  );
}
