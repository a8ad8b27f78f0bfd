import { extname } from "node:path";
import {
  type HttpRequest,
  type HttpResponse,
  isRefusal,
  type Router,
  VirtualFiles,
} from "@mesos-ts/transport";
import { MASTER_PROCESS } from "../messages.ts";

/** A file of the page is read whole; larger ones are not part of a page. */
const MAX_PAGE_FILE_BYTES = 16 * 1024 * 1024;

const ROOT = "/page";

/** What our own page needs, and nothing else: everything from here, nothing inline. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".gif": "image/gif",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

const NOT_FOUND: HttpResponse = { status: 404 };

/** Files of our own page whose names change with their contents. */
const HASHED = /^assets\//;
const FOREVER = "public, max-age=31536000, immutable";

export interface PageOptions {
  readonly folder: string;
  /** The page is ours, and so the policy that it lives under is known. */
  readonly isOwn: boolean;
}

/** `/` and the files of the web UI: what is in the folder, and nothing outside of it. */
export function addWebPage(router: Router, options: PageOptions): void {
  const page = new WebPage(options);
  router.route(MASTER_PROCESS, "/", (request) => page.serve(request), {
    methods: ["GET", "HEAD"],
    subtree: true,
    description: {
      summary: "The web UI.",
      operations: {
        GET: {
          reply: { types: ["text/html"] },
          statuses: { 200: "The page.", 404: "It is not built, or has no such file." },
        },
      },
    },
  });
}

class WebPage {
  readonly #options: PageOptions;
  readonly #files = new VirtualFiles();
  #attached: Promise<boolean> | undefined;

  constructor(options: PageOptions) {
    this.#options = options;
  }

  async serve(request: HttpRequest): Promise<HttpResponse> {
    const name = decoded(request.rest === "" ? "index.html" : request.rest);
    if (name === undefined) return NOT_FOUND;
    const notThere = request.rest === "" ? this.#missing() : NOT_FOUND;
    if (!(await this.#attach())) return notThere;
    const opened = await this.#files.openFile(`${ROOT}/${name}`, "");
    if (isRefusal(opened)) return notThere;
    const { handle, size } = opened;
    try {
      if (size > MAX_PAGE_FILE_BYTES) return NOT_FOUND;
      return { status: 200, headers: this.#headers(name), body: await handle.readFile() };
    } finally {
      await handle.close();
    }
  }

  /** The folder may be made after the master's start. */
  async #attach(): Promise<boolean> {
    this.#attached ??= this.#files.attach(this.#options.folder, ROOT).then(
      () => true,
      () => false,
    );
    const attached = await this.#attached;
    if (!attached) this.#attached = undefined;
    return attached;
  }

  #headers(name: string): Record<string, string> {
    return {
      "Content-Type": TYPES[extname(name).toLowerCase()] ?? "application/octet-stream",
      "Cache-Control": this.#options.isOwn && HASHED.test(name) ? FOREVER : "no-cache",
      "X-Content-Type-Options": "nosniff",
      ...(this.#options.isOwn
        ? {
            "Content-Security-Policy": CONTENT_SECURITY_POLICY,
            "Referrer-Policy": "no-referrer",
          }
        : {}),
    };
  }

  #missing(): HttpResponse {
    const { folder, isOwn } = this.#options;
    const remedy = isOwn
      ? "build it with 'npm run build:console' in the folder of mesos-ts ('npm start' does so, too)"
      : "start the master with --webui_dir=<folder with index.html>";
    return { status: 404, body: `There is no web UI in '${folder}': ${remedy}.\n` };
  }
}

/** Undefined: no name of a file of a page. Names that begin with a dot are nobody's business. */
function decoded(path: string): string | undefined {
  try {
    const name = decodeURIComponent(path);
    const isPlain = name
      .split("/")
      .every((part) => part !== "" && !part.startsWith(".") && !part.includes("\0"));
    return isPlain ? name : undefined;
  } catch {
    return undefined;
  }
}
