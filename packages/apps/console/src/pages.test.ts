import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { barriers } from "./accessibility.test-support.ts";
import { openPage, skipsBrowser, startBrowser } from "./browser.test-support.ts";
import { FakeMaster } from "./fake-master.test-support.ts";
import { agentId, BATCH, makeLively, RUNS, WEB } from "./lively-cluster.test-support.ts";

const WAIT = { timeout: 15_000 };

/** Each page, and words that only it shows. */
const PAGES: readonly (readonly [hash: string, heading: string, words: string])[] = [
  ["#/", "aurora-bay", "Active tasks"],
  ["#/tasks", "Tasks", "nightly-report"],
  ["#/tasks?show=completed&state=TASK_FAILED", "Tasks", "only failed"],
  [`#/tasks/${BATCH}/thumbnails.16`, "thumbnails", "Command exited with status 3"],
  [`#/sandbox/${WEB}/web.0/stdout`, "web.0", "it says something"],
  ["#/frameworks", "Frameworks", "chronos"],
  ["#/frameworks?show=completed", "Frameworks", "No framework is like that."],
  [`#/frameworks/${WEB}`, "marathon", "no web address"],
  ["#/agents", "Agents", "10.0.4.22"],
  ["#/agents?show=unreachable", "Agents", "The master has lost contact"],
  ["#/agents?show=gone", "Agents", "will not be let in again"],
  [`#/agents/${agentId(3)}`, "10.0.4.23", "reserved by ops"],
  [`#/agents/${agentId(3)}/frameworks/${WEB}/executors/web.0`, "web.0", "c-web.0"],
  [`#/agents/${agentId(3)}/log`, "Log of 10.0.4.23", "the agent's own words"],
  ["#/roles", "Roles", "holds 40.6 %"],
  ["#/offers", "Offers", "in 1 h"],
  ["#/maintenance", "Maintenance", "begins in"],
  ["#/log", "Log of the leading master", "the master's own words"],
  ["#/nowhere", "There is no such page", "The menu leads"],
];

describe.skipIf(skipsBrowser())("each page", () => {
  let browser: Browser;
  let master: FakeMaster;
  let origin: string;

  beforeAll(async () => {
    browser = await startBrowser();
    master = new FakeMaster();
    makeLively(master, Date.now());
    master.append(`${RUNS}/web.0/stdout`, "it says something\n");
    master.append("/slave/log", "the agent's own words\n");
    master.append("/master/log", "the master's own words\n");
    origin = await master.start();
  });
  afterAll(async () => {
    await browser.close();
    await master.close();
  });

  test.each([
    ["a desk", { width: 1280, height: 800 }, "light"],
    ["a desk at night", { width: 1280, height: 800 }, "dark"],
    ["a phone", { width: 390, height: 844 }, "light"],
  ] as const)(
    "can be read and used on %s",
    async (_, viewport, colorScheme) => {
      const { page, faults } = await openPage(browser, origin, { colorScheme });
      await page.setViewportSize(viewport);
      for (const [hash, heading, words] of PAGES) {
        await page.goto(`${origin}/${hash}`);
        await page.getByRole("heading", { level: 1, name: heading }).waitFor(WAIT);
        await page.getByText(words).first().waitFor(WAIT);
        expect(await barriers(page), hash).toEqual([]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, `${hash} is wider than the window`).toBeLessThanOrEqual(viewport.width);
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  test("leads with the keyboard from the skip link through the navigation", async () => {
    const { page } = await openPage(browser, origin);
    await page.goto(`${origin}/#/agents`);
    await page.getByText("10.0.4.22").waitFor(WAIT);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Skip to the contents");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    expect(new URL(page.url()).hash).toBe("#/agents");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await focused()).toContain("All");
    await page.context().close();
  });

  test("explains its words to those who reach them with the keyboard", async () => {
    const { page } = await openPage(browser, origin);
    await page.goto(`${origin}/#/roles`);
    const term = page.locator(".term", { hasText: "fair share" });
    const meaning = term.getByText("by the weights of all that want something");
    expect(await meaning.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Set a quota…" }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await meaning.waitFor(WAIT);
    await page.context().close();
  });

  test("has a menu on a phone", async () => {
    const { page } = await openPage(browser, origin, { width: 390 });
    await page.goto(`${origin}/`);
    await page.getByRole("button", { name: "Open the menu" }).click();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole("link", { name: "Roles" }).click();
    await page.getByRole("heading", { level: 1, name: "Roles" }).waitFor(WAIT);
    expect(await page.getByRole("link", { name: "Offers" }).isVisible()).toBe(false);
    await page.context().close();
  });

  test("shows what a form is refused beside the field that it is about", async () => {
    const { page } = await openPage(browser, origin);
    await page.goto(`${origin}/#/roles`);
    await page.getByRole("button", { name: "Quota of eng", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Quota of eng" });
    expect(await barriers(page)).toEqual([]);
    const limits = dialog.getByRole("group", { name: /^Limit/ });
    const memory = limits.getByLabel("Memory (MB)");
    await memory.fill("lots");
    await dialog.getByRole("button", { name: "Set the quota" }).click();
    await dialog.getByText("'lots' is not a number").waitFor(WAIT);
    expect(await memory.getAttribute("aria-invalid")).toBe("true");
    expect(master.calls).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ ...WAIT, state: "detached" });
    await page.context().close();
  });

  test("drains an agent with the grace period that was typed, and marks it gone", async () => {
    const { page } = await openPage(browser, origin);
    await page.goto(`${origin}/#/agents/${agentId(3)}`);
    const agent_id = { value: agentId(3) };
    const dialog = page.getByRole("dialog");
    await page.getByRole("button", { name: "Drain…" }).click();
    const grace = dialog.getByLabel("Longest grace period");
    await grace.fill("soon");
    await dialog.getByRole("button", { name: "Drain", exact: true }).click();
    await dialog.getByText("'soon' is not a length of time").waitFor(WAIT);
    await grace.fill("1min 30s");
    await dialog.getByRole("button", { name: "Drain", exact: true }).click();
    await dialog.waitFor({ ...WAIT, state: "detached" });
    await page.getByRole("button", { name: "Mark gone…" }).click();
    await dialog.getByRole("button", { name: "Mark as gone" }).click();
    await dialog.getByRole("alert").waitFor(WAIT);
    await dialog.getByRole("textbox").fill("10.0.4.23");
    await dialog.getByRole("button", { name: "Mark as gone" }).click();
    await page.getByText("will not be let in again").waitFor(WAIT);
    const max_grace_period = { seconds: 90, nanos: 0 };
    expect(master.calls.splice(0)).toEqual([
      { type: "DRAIN_AGENT", drain_agent: { agent_id, max_grace_period, mark_gone: false } },
      { type: "MARK_AGENT_GONE", mark_agent_gone: { agent_id } },
    ]);
    await page.context().close();
  });

  test("asks before it ends anything", async () => {
    const { page } = await openPage(browser, origin);
    await page.goto(`${origin}/#/frameworks/${WEB}`);
    await page.getByRole("button", { name: "Tear down…" }).click();
    const dialog = page.getByRole("dialog", { name: "Tear down marathon?" });
    const submit = dialog.getByRole("button", { name: "Tear down", exact: true });
    await submit.click();
    await dialog.getByRole("alert").waitFor(WAIT);
    expect(master.calls).toEqual([]);
    await dialog.getByRole("textbox").fill("marathon");
    await submit.click();
    await dialog.waitFor({ ...WAIT, state: "detached" });
    expect(master.calls).toEqual([
      { type: "TEARDOWN", teardown: { framework_id: { value: WEB } } },
    ]);
    master.calls.length = 0;
    await page.context().close();
  });
});
