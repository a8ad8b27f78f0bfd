import type { ComponentChildren } from "preact";
import { MAX_SHOWN_CHARACTERS } from "../model/lines.ts";

interface LogLineProps {
  readonly text: string;
  /** Marked where they are. */
  readonly words: string;
  /** The column of the match that one is at. */
  readonly current: number | undefined;
}

export function LogLine({ text, words, current }: LogLineProps) {
  const shown = text.slice(0, MAX_SHOWN_CHARACTERS);
  const rest = text.length - shown.length;
  return (
    <div class="log-line">
      {words === "" ? shown : marked(shown, words.toLowerCase(), current)}
      {rest > 0 && <span class="muted"> … {rest.toLocaleString()} more characters</span>}
    </div>
  );
}

function marked(text: string, words: string, current: number | undefined): ComponentChildren[] {
  const lower = text.toLowerCase();
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (let next = lower.indexOf(words); next >= 0; next = lower.indexOf(words, at)) {
    parts.push(text.slice(at, next));
    at = next + words.length;
    const isCurrent = next === current;
    parts.push(
      <mark key={next} class={isCurrent ? "current" : ""}>
        {text.slice(next, at)}
      </mark>,
    );
  }
  parts.push(text.slice(at));
  return parts;
}
