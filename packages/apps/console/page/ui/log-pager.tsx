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
  const { pager, box, view, scrolled, scrollTo, revision, ...following } = usePager(read);
  const { isFollowing, setFollowing } = following;
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
        onScroll={scrolled}
      >
        <div class="log-space" style={{ height: `${pager.lines.count * LINE_PX}px` }}>
          <LogLines {...{ pager, ...view, words, current }} />
        </div>
      </div>
    </div>
  );
}

interface LogStateProps {
  readonly pager: Pager;
  readonly isFollowing: boolean;
  readonly isOver: boolean;
}

function LogState(props: LogStateProps) {
  return (
    <p class="pager-state muted" role="status">
      {stateText(props)}
    </p>
  );
}

function stateText({ pager, isFollowing, isOver }: LogStateProps): string {
  const { error, skipped, size, behind, isOpen } = pager;
  if (error instanceof RequestError && error.status === 404) {
    return "This file is not there any more.";
  }
  if (error !== undefined) return `The file cannot be read: ${error.message} Trying again…`;
  if (!isOpen) return "Asking for the file…";
  if (!isFollowing) return `Paused${behind > 0 ? `, ${formatBytes(behind)} new` : ""}`;
  if (size === 0) return isOver ? "This file is empty." : "Nothing was written yet.";
  return skipped > 0 ? `The end of ${formatBytes(size)}. Scroll up for what was before.` : "";
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

/** The open file, drawn again as it changes; `older` lines came before the first one. */
function useFile(read: ReadPart) {
  const [revision, draw] = useReducer((count: number) => count + 1, 0);
  const latestRead = useRef(read);
  latestRead.current = read;
  const older = useRef(0);
  const pager = useMemo(() => {
    const changed = ({ added }: PagerChange): void => {
      older.current += added;
      draw(undefined);
    };
    return new Pager((...of) => latestRead.current(...of), TIMERS, changed);
  }, []);
  useEffect(() => {
    pager.start();
    return () => pager.stop();
  }, [pager]);
  return { pager, revision, older, draw };
}

/** The open file with its scrolling: at the end it stays there, elsewhere it stays in place. */
function usePager(read: ReadPart) {
  const { pager, revision, older, draw } = useFile(read);
  const [view, setView] = useState({ first: 0, end: MARGIN_LINES * 2 });
  const [isFollowing, setFollowing] = useState(true);
  const box = useRef<HTMLDivElement>(null);
  const measure = (element: HTMLElement): void => {
    const first = Math.max(0, Math.floor(element.scrollTop / LINE_PX) - MARGIN_LINES);
    const lines = Math.ceil(element.clientHeight / LINE_PX) + 2 * MARGIN_LINES;
    setView((before) => (before.first === first ? before : { first, end: first + lines }));
    if (element.scrollTop < NEAR_PX) void pager.readOlder();
  };
  useEffect(() => {
    if (isFollowing) pager.resume();
    else pager.pause();
    draw(undefined);
  }, [pager, isFollowing, draw]);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (isFollowing) element.scrollTop = element.scrollHeight;
    else element.scrollTop += older.current * LINE_PX;
    older.current = 0;
    measure(element);
  }, [revision, isFollowing]);
  const scrolled = ({ currentTarget: element }: { readonly currentTarget: HTMLElement }): void => {
    const left = element.scrollHeight - element.scrollTop - element.clientHeight;
    setFollowing((before) => left < NEAR_PX || (before && left < 4 * NEAR_PX));
    measure(element);
  };
  const scrollTo = (line: number): void => {
    const element = box.current;
    if (element !== null) element.scrollTop = line * LINE_PX - element.clientHeight / 2;
  };
  return { pager, box, view, isFollowing, setFollowing, scrolled, scrollTo, revision };
}
