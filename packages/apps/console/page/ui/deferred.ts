import { useEffect, useState } from "preact/hooks";

/** A filter of a long list waits until the typing rests. */
const REST_MS = 120;

export function useDeferredValue(value: string): string {
  const [deferred, setDeferred] = useState(value);
  useEffect(() => {
    if (value === deferred) return;
    const timer = setTimeout(() => setDeferred(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value, deferred]);
  return deferred;
}
