/**
 * Whether a header like `Accept` allows one of the candidates, the first that it names. A weight
 * (`q`) of 0, or one that is no number, forbids. Source: `Request::acceptsMediaType` of libprocess.
 */
export function allows(header: string, candidates: readonly string[]): boolean {
  const ranges = header
    .replace(/[ \t\n]/g, "")
    .toLowerCase()
    .split(",");
  for (const candidate of candidates) {
    for (const range of ranges) {
      const [name, ...parameters] = range.split(";");
      if (name !== candidate) continue;
      const weights = parameters.filter((parameter) => parameter.startsWith("q="));
      return weights.length !== 1 || Number(weights[0]?.slice("q=".length)) > 0;
    }
  }
  return false;
}

/** Whether `Accept` allows a media type: by its name, by its group, or by any; without one it does. */
export function acceptsMedia(accept: string | undefined, mediaType: string): boolean {
  if (accept === undefined) return true;
  const group = mediaType.slice(0, mediaType.indexOf("/"));
  return allows(accept, [mediaType, `${group}/*`, "*/*"]);
}

/** Whether `Accept-Encoding` allows gzip: by its name, or by any. */
export function acceptsGzip(accept: string): boolean {
  return allows(accept, ["gzip", "*"]);
}
