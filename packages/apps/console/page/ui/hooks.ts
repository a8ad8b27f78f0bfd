import { useEffect, useRef, useState } from "preact/hooks";
import { INTERVAL_MS, Poller } from "../live/poller.ts";
import { TIMERS } from "../live/timers.ts";

/** What a part of the page asks for itself: the last answer, or why there is none. */
export interface Asked<T> {
  readonly value: T | undefined;
  readonly error: Error | undefined;
  /** Something was changed: asks at once. */
  readonly refresh: () => void;
}

/** Asks now and then while the part is shown. `key` says what is asked for. */
export function useAsked<T>(
  key: string,
  ask: () => Promise<T>,
  intervalMs: number = INTERVAL_MS,
): Asked<T> {
  const [answer, setAnswer] = useState<{ key: string; value?: T; error?: Error }>({ key });
  const latest = useRef(ask);
  latest.current = ask;
  const poller = useRef<Poller>(undefined);
  useEffect(() => {
    let isOver = false;
    const own = new Poller({
      ...TIMERS,
      now: () => performance.now(),
      intervalMs,
      ask: async () => {
        try {
          const value = await latest.current();
          if (!isOver) setAnswer({ key, value });
        } catch (cause) {
          const error = cause instanceof Error ? cause : new Error(String(cause));
          if (!isOver) setAnswer((before) => ({ ...before, key, error }));
        }
      },
    });
    poller.current = own;
    own.start();
    return () => {
      isOver = true;
      own.stop();
    };
  }, [key, intervalMs]);
  const isOld = answer.key !== key;
  return {
    value: isOld ? undefined : answer.value,
    error: isOld ? undefined : answer.error,
    refresh: () => poller.current?.hurry(),
  };
}

/** Whether the page is as narrow as a phone; the same bound as in the style sheets. */
export const NARROW = "(max-width: 760px)";

export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const hear = (): void => setMatches(media.matches);
    hear();
    media.addEventListener("change", hear);
    return () => media.removeEventListener("change", hear);
  }, [query]);
  return matches;
}
