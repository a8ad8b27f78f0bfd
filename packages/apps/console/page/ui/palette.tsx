/** Goes anywhere: pages, agents, frameworks, tasks and roles, by what they are called. */
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { getRoles } from "../live/api.ts";
import { shortId, stateLabel } from "../model/format.ts";
import type { Model } from "../model/model.ts";
import { formatPage } from "../model/route.ts";
import { type Place, search } from "../model/search.ts";
import { useApp } from "./app-context.ts";
import { Icon, type IconName } from "./icons.tsx";
import { PAGES } from "./pages.ts";
import { go } from "./router.ts";

const ICONS: Readonly<Record<Place["kind"], IconName>> = {
  page: "chevron",
  agent: "agents",
  framework: "frameworks",
  task: "tasks",
  role: "roles",
};

/** Everything that can be gone to; tasks come last, being many. */
function* placesOf(model: Model, roles: readonly string[]): Generator<Place> {
  for (const { label, hash, detail } of PAGES) {
    yield { kind: "page", title: label, detail, hash };
  }
  for (const { id, name, roles: of } of model.frameworks.values()) {
    const hash = formatPage({ type: "framework", id });
    yield { kind: "framework", title: name, detail: `${of.join(", ")} ${shortId(id)}`, hash };
  }
  for (const name of roles) {
    yield {
      kind: "role",
      title: name,
      detail: "",
      hash: `#/roles?find=${encodeURIComponent(name)}`,
    };
  }
  for (const { id, hostname, state } of model.agents.values()) {
    const hash = formatPage({ type: "agent", id });
    yield { kind: "agent", title: hostname, detail: `${state} ${id}`, hash };
  }
  for (const list of [model.tasks.values(), model.completedTasks]) {
    for (const { id, name, frameworkId, state } of list) {
      const hash = formatPage({ type: "task", frameworkId, taskId: id });
      const detail = `${stateLabel(state)} ${id === name ? "" : id}`;
      yield { kind: "task", title: name, detail, hash };
    }
  }
}

export function Palette() {
  const { isPaletteOpen } = useApp();
  return isPaletteOpen.value ? <OpenPalette /> : null;
}

function OpenPalette() {
  const { isPaletteOpen } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const places = usePlaces(text);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const close = (): void => dialog.current?.close();
  const open = (place: Place | undefined): void => {
    if (place === undefined) return;
    close();
    go(place.hash);
  };
  const step = (by: number): void => {
    const next = Math.max(0, Math.min(places.length - 1, chosen + by));
    setChosen(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: "nearest" });
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === "Enter") open(places[chosen]);
    else if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, too
    <dialog
      ref={dialog}
      class="palette"
      aria-label="Search"
      onClose={() => {
        isPaletteOpen.value = false;
      }}
      onClick={(event) => {
        if (event.target === dialog.current) close();
      }}
    >
      <div class="palette-input">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-label="Search tasks, agents, frameworks, roles and pages"
          aria-expanded={places.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={places.length > 0 ? `${id}-${chosen}` : undefined}
          placeholder="Search tasks, agents, frameworks, roles…"
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={pressed}
        />
      </div>
      <div class="palette-list" id={`${id}-list`} role="listbox" aria-label="Results">
        {places.map((place, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the keys
          <div
            key={place.hash}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            class="place"
            onClick={() => open(place)}
            onMouseMove={() => setChosen(index)}
          >
            <Icon name={ICONS[place.kind]} size={16} />
            <span class="place-title">{place.title}</span>
            <span class="place-detail muted">{place.detail}</span>
            <span class="place-kind muted">{place.kind}</span>
          </div>
        ))}
      </div>
      {places.length === 0 && <p class="palette-none muted">Nothing is called that.</p>}
      <p class="palette-keys muted">
        <kbd>↑</kbd> <kbd>↓</kbd> choose · <kbd>Enter</kbd> goes there · <kbd>/</kbd> filters a page
        · <kbd>g</kbd> and then <kbd>t</kbd>, <kbd>a</kbd>, <kbd>f</kbd>, <kbd>r</kbd>, … goes to
        tasks, agents, frameworks, roles
      </p>
    </dialog>
  );
}

/** Searches in steps, so that typing never waits. */
function usePlaces(text: string): readonly Place[] {
  const { store } = useApp();
  const [places, setPlaces] = useState<readonly Place[]>([]);
  const [roles, setRoles] = useState<readonly string[]>([]);
  useEffect(() => {
    getRoles().then(
      (all) => setRoles(all.flatMap(({ name }) => name ?? [])),
      () => {
        // Everything else can be found without them.
      },
    );
  }, []);
  useEffect(() => {
    const run = search(placesOf(store.peek(), roles), text);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const step = (): void => {
      const next = run.next();
      if (next.done) setPlaces(next.value);
      else timer = setTimeout(step, 0);
    };
    step();
    return () => clearTimeout(timer);
  }, [text, store, roles]);
  return places;
}
