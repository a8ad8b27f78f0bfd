/** A file as it grows: only the lines in sight are there, however many have come. */
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { RequestError } from "../live/api.ts";
import type { ReadPart } from "../live/follow.ts";
import { Pager, type PagerChange } from "../live/pager.ts";
import { TIMERS } from "../live/timers.ts";
import { formatBytes } from "../model/format.ts";
import type { Match } from "../model/lines.ts";
import { useDeferredValue } from "./deferred.ts";
import { Icon } from "./icons.tsx";
import { LogLine } from "./log-line.tsx";

/** The same as in the style sheets. */
const LINE_PX = 20;
const MARGIN_LINES = 20;
/** So near to an end counts as there. */
const NEAR_PX = 24;

interface LogPagerProps {
  readonly name: string;
  readonly read: ReadPart;
  readonly downloadUrl: string;
  readonly isOver: boolean;
}

export function LogPager({ name, read, downloadUrl, isOver }: LogPagerProps) {
  const [find, setFind] = useState("");
  const [chosen, setChosen] = useState(0);
  const { pager, box, view, isFollowing, setFollowing, scrollTo, revision } = usePager(read);
  const words = useDeferredValue(find);
  const matches = useMemo(() => pager.lines.find(words), [pager, words, revision]);
  const current = matches[Math.min(chosen, matches.length - 1)];
  const goTo = (index: number): void => {
    if (matches.length === 0) return;
    const next = (index + matches.length) % matches.length;
    setChosen(next);
    setFollowing(false);
    scrollTo(matches[next]?.line ?? 0);
  };
  return (
    <div class="pager">
      <div class="pager-head">
        <span class="pager-name">{name}</span>
        <span class="muted">{pager.isOpen && formatBytes(pager.size)}</span>
        <FindBox
          value={find}
          matches={matches.length}
          chosen={Math.min(chosen, Math.max(0, matches.length - 1))}
          onChange={(value) => {
            setFind(value);
            setChosen(0);
          }}
          onStep={(by) => goTo(chosen + by)}
        />
        <button
          type="button"
          class="button small"
          aria-pressed={isFollowing}
          onClick={() => setFollowing(!isFollowing)}
        >
          {isFollowing ? "Following" : "Follow"}
        </button>
        <a class="button small" href={downloadUrl} download={name.split("/").at(-1)}>
          Download
        </a>
      </div>
      <LogState {...{ pager, isFollowing, isOver }} />
      <div
        class="log"
        role="log"
        aria-live="off"
        aria-label={name}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
        ref={box}
      >
        <div class="log-space" style={{ height: `${pager.lines.count * LINE_PX}px` }}>
          <LogLines {...{ pager, ...view, words, current }} />
        </div>
      </div>
    </div>
  );
}

function LogState({
  pager,
  isFollowing,
  isOver,
}: {
  readonly pager: Pager;
  readonly isFollowing: boolean;
  readonly isOver: boolean;
}) {
  const { error, skipped, size, behind, isOpen } = pager;
  const text =
    error !== undefined
      ? error instanceof RequestError && error.status === 404
        ? "This file is not there any more."
        : `The file cannot be read: ${error.message} Trying again…`
      : !isOpen
        ? "Asking for the file…"
        : !isFollowing
          ? `Paused${behind > 0 ? `, ${formatBytes(behind)} new` : ""}`
          : size === 0
            ? isOver
              ? "This file is empty."
              : "Nothing was written yet."
            : skipped > 0
              ? `The end of ${formatBytes(size)}. Scroll up for what was before.`
              : "";
  return (
    <p class="pager-state muted" role="status">
      {text}
    </p>
  );
}

interface LogLinesProps {
  readonly pager: Pager;
  readonly first: number;
  readonly end: number;
  readonly words: string;
  readonly current: Match | undefined;
}

function LogLines({ pager: { lines }, first, end, words, current }: LogLinesProps) {
  const shown = [];
  for (let index = first; index < Math.min(end, lines.count); index++) {
    const column = current?.line === index ? current.column : undefined;
    const key = lines.dropped + index;
    shown.push(<LogLine key={key} text={lines.at(index)} words={words} current={column} />);
  }
  return (
    <pre class="log-lines" style={{ transform: `translateY(${first * LINE_PX}px)` }}>
      {shown}
    </pre>
  );
}

interface FindBoxProps {
  readonly value: string;
  readonly matches: number;
  readonly chosen: number;
  readonly onChange: (value: string) => void;
  readonly onStep: (by: 1 | -1) => void;
}

function FindBox({ value, matches, chosen, onChange, onStep }: FindBoxProps) {
  return (
    <label class="find">
      <Icon name="search" size={14} />
      <span class="offscreen">Find in the file</span>
      <input
        type="search"
        placeholder="Find in the file"
        value={value}
        spellcheck={false}
        autocomplete="off"
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onStep(event.shiftKey ? -1 : 1);
          if (event.key === "Escape") onChange("");
        }}
      />
      <span class="find-count muted" aria-live="polite">
        {value !== "" && (matches === 0 ? "none" : `${chosen + 1}/${matches}`)}
      </span>
    </label>
  );
}

/** The open file with its scrolling: at the end it stays there, elsewhere it stays in place. */
function usePager(read: ReadPart) {
  const [revision, draw] = useReducer((count: number) => count + 1, 0);
  const [view, setView] = useState({ first: 0, end: MARGIN_LINES * 2 });
  const [isFollowing, setFollowing] = useState(true);
  const box = useRef<HTMLDivElement>(null);
  const latestRead = useRef(read);
  latestRead.current = read;
  const prepended = useRef(0);
  const pager = useMemo(() => {
    const changed = ({ added }: PagerChange): void => {
      prepended.current += added;
      draw(undefined);
    };
    return new Pager((...of) => latestRead.current(...of), TIMERS, changed);
  }, []);
  const measure = useRef(() => {});
  measure.current = () => {
    const element = box.current;
    if (element === null) return;
    const first = Math.max(0, Math.floor(element.scrollTop / LINE_PX) - MARGIN_LINES);
    const lines = Math.ceil(element.clientHeight / LINE_PX) + 2 * MARGIN_LINES;
    setView((before) => (before.first === first ? before : { first, end: first + lines }));
    if (element.scrollTop < NEAR_PX) void pager.readOlder();
  };
  useEffect(() => {
    pager.start();
    return () => pager.stop();
  }, [pager]);
  useEffect(() => {
    if (isFollowing) pager.resume();
    else pager.pause();
    draw(undefined);
  }, [pager, isFollowing]);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (isFollowing) element.scrollTop = element.scrollHeight;
    else element.scrollTop += prepended.current * LINE_PX;
    prepended.current = 0;
    measure.current();
  }, [revision, isFollowing]);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const scrolled = (): void => {
      const left = element.scrollHeight - element.scrollTop - element.clientHeight;
      setFollowing((before) => (left < NEAR_PX ? true : before && left < 4 * NEAR_PX));
      measure.current();
    };
    element.addEventListener("scroll", scrolled, { passive: true });
    return () => element.removeEventListener("scroll", scrolled);
  }, []);
  const scrollTo = (line: number): void => {
    const element = box.current;
    if (element !== null) element.scrollTop = line * LINE_PX - element.clientHeight / 2;
  };
  return { pager, box, view, isFollowing, setFollowing, scrollTo, revision };
}
