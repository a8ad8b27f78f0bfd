import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

const CHROMIUM = "/usr/bin/chromium";
const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Whether tests in a browser are to be skipped: there is none, and this machine need not have one.
 * Where `CI` is set they must run, and fail without.
 */
export function skipsBrowser(): boolean {
  if (existsSync(CHROMIUM) || process.env["CI"] !== undefined) return false;
  console.warn(
    `Tests in a browser are skipped: there is no ${CHROMIUM} (apt-get install chromium)`,
  );
  return true;
}

/** Starts Chromium with a new, empty profile. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
}

/** What a page did wrong: scripts that threw, what the policy refused, requests to elsewhere. */
export interface Watched {
  readonly page: Page;
  readonly faults: string[];
  /** Where requests may go: the page's own master, and what a test adds. */
  readonly origins: string[];
}

export async function openPage(
  browser: Browser,
  origin: string,
  options: { readonly colorScheme?: "light" | "dark"; readonly width?: number } = {},
): Promise<Watched> {
  const { colorScheme = "light", width = 1280 } = options;
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const origins = [origin];
  page.on("pageerror", (cause) => faults.push(cause.message));
  page.on("console", (message) => {
    const text = message.text();
    // The page asks whether another master leads, and the policy stops it there.
    const isProbe = origins.some((each) => text.startsWith(`Connecting to '${each}`));
    const isExpected = isProbe || text.includes("Failed to load resource");
    if (message.type() === "error" && !isExpected) faults.push(text);
  });
  page.on("request", (request) => {
    const isExpected = origins.some((each) => request.url().startsWith(each));
    if (!isExpected) faults.push(`a request to ${request.url()}`);
  });
  return { page, faults, origins };
}
