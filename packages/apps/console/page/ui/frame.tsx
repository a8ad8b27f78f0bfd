/** What is around each page: navigation, connection, notices. */
import type { Signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { sectionOf } from "../model/route.ts";
import { CurrentPage } from "../pages/current.tsx";
import { useApp } from "./app-context.ts";
import { Icon, Mark } from "./icons.tsx";
import { PAGES } from "./pages.ts";
import { Palette } from "./palette.tsx";
import { nextTheme, type Theme } from "./theme.ts";

export function Frame({ theme }: { readonly theme: Signal<Theme> }) {
  const { route } = useApp();
  const main = useRef<HTMLElement>(null);
  useArrival(main);
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: people know it as a link, and readers list it so */}
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          // The address after `#` says what is shown, and so the link may not change it.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the contents
      </a>
      <Side theme={theme} section={sectionOf(route.value.page)} />
      <div class="body">
        <Banner />
        <main id="main" tabIndex={-1} ref={main}>
          <CurrentPage />
        </main>
      </div>
      <Palette />
      <Notices />
    </>
  );
}

/** A new page begins at its top, and the keyboard with it. */
function useArrival(main: { readonly current: HTMLElement | null }): void {
  const { route, store } = useApp();
  const place = JSON.stringify(placeOf(route.value.page));
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [place, main]);
  const { cluster } = store.facts.value;
  useEffect(() => {
    const title = main.current?.querySelector("h1")?.firstChild?.textContent ?? "";
    const parts = [title, cluster === title ? "" : cluster, "mesos-ts"];
    document.title = parts.filter(Boolean).join(" · ");
  });
}

/** A file of a sandbox is no page of its own. */
function placeOf(page: ReturnType<typeof useApp>["route"]["value"]["page"]): object {
  if (page.type === "sandbox") return { ...page, type: "task", path: undefined };
  return page.type === "executor" ? { ...page, path: undefined } : page;
}

interface SideProps {
  readonly theme: Signal<Theme>;
  readonly section: string;
}

function Side({ theme, section }: SideProps) {
  const { isPaletteOpen, store } = useApp();
  const [isOpen, setOpen] = useState(false);
  const { cluster } = store.facts.value;
  return (
    <header class={isOpen ? "side open" : "side"}>
      <div class="side-top">
        <a class="mark" href="#/" aria-label="mesos-ts, overview">
          <Mark />
          <span class="mark-text">
            mesos-ts
            {cluster !== "" && <span class="mark-cluster">{cluster}</span>}
          </span>
        </a>
        <button
          type="button"
          class="plain menu"
          aria-expanded={isOpen}
          aria-label={isOpen ? "Close the menu" : "Open the menu"}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name={isOpen ? "close" : "menu"} size={20} />
        </button>
      </div>
      <div class="side-rest">
        <button
          type="button"
          class="search-button"
          onClick={() => {
            isPaletteOpen.value = true;
          }}
        >
          <Icon name="search" size={15} />
          <span>Search</span>
          <kbd>Ctrl K</kbd>
        </button>
        <nav aria-label="Pages">
          {PAGES.map(({ type, label, hash, icon, key }) => (
            <a
              key={type}
              href={hash}
              aria-current={type === section ? "page" : undefined}
              title={`${label} (g ${key})`}
              onClick={() => setOpen(false)}
            >
              <Icon name={icon} size={17} />
              {label}
            </a>
          ))}
        </nav>
        <div class="side-foot">
          <ConnectionState />
          <DatesSwitch />
          <ThemeSwitch theme={theme} />
        </div>
      </div>
    </header>
  );
}

function ConnectionState() {
  const { store } = useApp();
  const isLive = store.connection.value.type === "live";
  const text = isLive ? "Live" : store.isLoaded.value ? "Reconnecting" : "Connecting";
  return (
    <span id="connection" class="connection" role="status" data-state={isLive ? "live" : "waiting"}>
      {text}
    </span>
  );
}

function DatesSwitch() {
  const { showsDates } = useApp();
  return (
    <button
      type="button"
      class="plain"
      aria-pressed={showsDates.value}
      aria-label="Show times as dates"
      title="Show times as dates"
      onClick={() => {
        showsDates.value = !showsDates.value;
      }}
    >
      <Icon name="clock" />
    </button>
  );
}

function ThemeSwitch({ theme }: { readonly theme: Signal<Theme> }) {
  return (
    <button
      id="theme"
      type="button"
      class="plain"
      aria-label={`Colours: ${theme.value}. Press to change.`}
      title={`Colours: ${theme.value}`}
      onClick={() => {
        theme.value = nextTheme(theme.value);
      }}
    >
      <Icon name="theme" />
    </button>
  );
}

/** Why what is seen may be from before. */
function Banner() {
  const { store, link } = useApp();
  const connection = store.connection.value;
  if (connection.type !== "waiting") return null;
  if (connection.isElsewhere) {
    return (
      <div id="notice" class="banner warn top" role="status">
        This master does not lead. Looking for the one that does…
      </div>
    );
  }
  return (
    <div id="notice" class="banner warn top" role="status">
      <span>
        {connection.reason} Reconnecting…
        {store.isLoaded.value && " What you see is from before."}
      </span>
      <button type="button" class="button small" onClick={() => link.retry()}>
        Try now
      </button>
    </div>
  );
}

function Notices() {
  const { notices } = useApp();
  return (
    <div class="notices" role="status">
      {notices.value.map(({ id, text, isBad }) => (
        <p key={id} class={isBad ? "notice bad" : "notice"}>
          {text}
        </p>
      ))}
    </div>
  );
}
