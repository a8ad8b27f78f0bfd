/** The page's beginning: joins the store, the address and what is shown. */
import { signal } from "@preact/signals";
import { render } from "preact";
import { connect } from "./live/connect.ts";
import { Store } from "./live/store.ts";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/parts.css";
import "./styles/table.css";
import "./styles/pages.css";
import "./styles/files.css";
import "./styles/dialog.css";
import "./styles/narrow.css";
import { type App, AppContext, type Notice } from "./ui/app-context.ts";
import { Frame } from "./ui/frame.tsx";
import { listenToKeys } from "./ui/keys.ts";
import { followAddress, look } from "./ui/router.ts";
import { followTheme } from "./ui/theme.ts";

/** Notices stay this long. */
const NOTICE_MS = 4000;
const TICK_MS = 1000;

function begin(place: HTMLElement): void {
  const theme = followTheme();
  const store = new Store();
  const route = followAddress();
  const now = signal(Date.now() / 1000);
  setInterval(() => {
    now.value = Date.now() / 1000;
  }, TICK_MS);
  const notices = signal<readonly Notice[]>([]);
  let lastNotice = 0;
  const tell = (text: string, isBad = false): void => {
    lastNotice += 1;
    const id = lastNotice;
    notices.value = [...notices.value, { id, text, isBad }];
    setTimeout(() => {
      notices.value = notices.value.filter((notice) => notice.id !== id);
    }, NOTICE_MS);
  };
  const app: App = {
    store,
    link: connect(store, route),
    route,
    now,
    notices,
    tell,
    isPaletteOpen: signal(false),
    showsDates: signal(false),
  };
  listenToKeys(app);
  sayWhoLeads(app);
  render(
    <AppContext.Provider value={app}>
      <Frame theme={theme} />
    </AppContext.Provider>,
    place,
  );
}

/** Once, when the page has come here from a master that led before. */
function sayWhoLeads({ route, store, tell }: App): void {
  const end = store.connection.subscribe(({ type }) => {
    if (type !== "live") return;
    queueMicrotask(() => end());
    const { from } = route.peek().query;
    if (from === undefined) return;
    if (from !== location.host) tell(`${location.host} leads now. It was ${from}.`);
    look(route.peek(), { from: "" });
  });
}

const place = document.getElementById("app");
if (place !== null) begin(place);
