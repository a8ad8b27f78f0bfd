import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openPage, skipsBrowser, startBrowser, type Watched } from "./browser.test-support.ts";
import { FakeMaster } from "./fake-master.test-support.ts";
import {
  BATCH,
  HOSTILE_NAME,
  HOSTILE_TASK,
  makeLively,
  RUNS,
  taskAdded,
  WEB,
} from "./lively-cluster.test-support.ts";

const WAIT = { timeout: 15_000 };

describe.skipIf(skipsBrowser())("the page in a browser", () => {
  let browser: Browser;
  let master: FakeMaster;
  let origin: string;
  let watched: Watched;
  let page: Page;

  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });
  beforeEach(async () => {
    master = new FakeMaster();
    makeLively(master, Date.now());
    origin = await master.start();
    watched = await openPage(browser, origin);
    page = watched.page;
  });
  afterEach(async () => {
    await page.context().close();
    await master.close();
    expect(watched.faults).toEqual([]);
  });

  const open = async (hash = ""): Promise<void> => {
    await page.goto(`${origin}/${hash}`);
    await page.locator("#connection[data-state=live]").waitFor({ ...WAIT, state: "attached" });
  };
  const activeTasks = () => page.getByRole("table", { name: "Active tasks" });

  test("shows the cluster", async () => {
    await open();
    await page.getByRole("heading", { level: 1, name: "aurora-bay" }).waitFor(WAIT);
    await page.getByText("led by 10.0.4.11:5050").waitFor(WAIT);
    expect(await activeTasks().locator("tbody tr").count()).toBe(7);
    const cpus = page.getByRole("listitem").filter({ hasText: "CPUs" });
    await expect.poll(() => cpus.innerText(), WAIT).toMatch(/14\.5 of 32\s+allocated/);
    expect(await cpus.innerText()).toContain("4 offered · 13.5 idle");
    await page.getByRole("link", { name: "1,204 finished" }).waitFor(WAIT);
    await page.getByRole("link", { name: "1 unreachable" }).waitFor(WAIT);
    await expect.poll(() => page.title(), WAIT).toBe("aurora-bay · mesos-ts");
  });

  test("follows the stream", async () => {
    await open();
    const row = activeTasks().getByRole("row").filter({ hasText: "web.1" });
    await row.waitFor(WAIT);
    master.tell({
      type: "TASK_UPDATED",
      task_updated: {
        framework_id: { value: WEB },
        status: { task_id: { value: "web.1" }, state: "TASK_FAILED", timestamp: Date.now() / 1000 },
        state: "TASK_FAILED",
      },
    });
    await row.waitFor({ ...WAIT, state: "detached" });
    const completed = page.getByRole("table", { name: "Completed tasks" });
    const failed = completed.getByRole("row").filter({ hasText: "web.1" });
    expect(await failed.innerText()).toContain("Failed");
  });

  test("what frameworks call their tasks is text", async () => {
    await open();
    master.tell(taskAdded(HOSTILE_TASK, Date.now()));
    const task = page.getByRole("link", { name: HOSTILE_NAME, exact: true });
    await task.waitFor(WAIT);
    await task.click();
    await page.getByRole("heading", { level: 1, name: HOSTILE_NAME, exact: true }).waitFor(WAIT);
    await page.getByText("There is no sandbox.").waitFor(WAIT);
    expect(await page.locator("#app img, #app script").count()).toBe(0);
    expect(await page.title()).toContain(HOSTILE_NAME);
    await page.goto(`${origin}/#/frameworks/${WEB}`);
    await page.getByText("javascript:alert(1)").waitFor(WAIT);
    expect(await page.locator("a[href^='javascript']").count()).toBe(0);
    await page.goto(`${origin}/#/frameworks/${BATCH}`);
    const link = page.getByRole("link", { name: "http://10.0.4.11:4400/" });
    expect(await link.getAttribute("rel")).toContain("noopener");
  });

  test("filters with a slash, and says when nothing is left", async () => {
    await open("#/tasks");
    await activeTasks().waitFor(WAIT);
    await page.keyboard.press("/");
    await page.keyboard.type("web 10.0.4.21");
    await expect.poll(() => activeTasks().locator("tbody tr").count(), WAIT).toBe(1);
    expect(new URL(page.url()).hash).toBe("#/tasks?find=web+10.0.4.21");
    await page.reload();
    await expect.poll(() => activeTasks().locator("tbody tr").count(), WAIT).toBe(1);
    await page.getByRole("searchbox", { name: "Filter tasks" }).fill("nothing");
    await page.getByText("No task matches.").waitFor(WAIT);
  });

  test("sorts by a column, and back", async () => {
    await open("#/tasks");
    const first = () => activeTasks().locator("tbody tr").first().innerText();
    const byName = page.getByRole("button", { name: "Task", exact: true });
    await byName.click();
    await expect.poll(first, WAIT).toContain("db-primary.0");
    await byName.click();
    await expect.poll(first, WAIT).toContain("web.2");
    const head = activeTasks().getByRole("columnheader", { name: "Task" });
    expect(await head.getAttribute("aria-sort")).toBe("descending");
  });

  test("goes anywhere by what it is called", async () => {
    await open();
    await page.keyboard.press("Control+k");
    const search = page.getByRole("combobox");
    await search.fill("10.0.4.23");
    await expect.poll(() => page.getByRole("option").count(), WAIT).toBe(1);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "10.0.4.23" }).waitFor(WAIT);
    await page.getByRole("button", { name: /^Search/ }).click();
    await search.fill("e");
    await page.keyboard.press("ArrowDown");
    const chosen = page.locator("[role=option][aria-selected=true]");
    expect(await chosen.count()).toBe(1);
    await page.keyboard.press("Escape");
    await search.waitFor({ ...WAIT, state: "detached" });
    await page.keyboard.press("g");
    await page.keyboard.press("m");
    await page.getByRole("heading", { level: 1, name: "Maintenance" }).waitFor(WAIT);
  });

  test("keeps the last data while it reconnects", async () => {
    await open();
    await activeTasks().waitFor(WAIT);
    master.isDown = true;
    master.endStreams();
    await page.locator("#notice", { hasText: "Reconnecting" }).waitFor(WAIT);
    expect(await activeTasks().locator("tbody tr").count()).toBe(7);
    master.isDown = false;
    await page.locator("#connection[data-state=live]").waitFor(WAIT);
    await page.locator("#notice").waitFor({ ...WAIT, state: "detached" });
  });

  test("goes to the master that leads, with what it shows", async () => {
    const leader = new FakeMaster();
    makeLively(leader, Date.now());
    const leaderOrigin = await leader.start();
    try {
      watched.origins.push(leaderOrigin);
      // From a master that stands by …
      master.leader = leaderOrigin;
      await page.goto(`${origin}/#/tasks`);
      await page.waitForURL(`${leaderOrigin}/#/tasks`, WAIT);
      await page.locator("#connection[data-state=live]").waitFor(WAIT);
      // … and from one that led, came back, and stands by.
      master.leader = "";
      await open(`#/frameworks/${WEB}`);
      master.leader = leaderOrigin;
      master.endStreams();
      await page.waitForURL((url) => url.origin === leaderOrigin, WAIT);
      await expect.poll(() => new URL(page.url()).hash, WAIT).toBe(`#/frameworks/${WEB}`);
      await page.locator("#connection[data-state=live]").waitFor(WAIT);
      await page.getByText(`leads now. It was ${origin.slice("http://".length)}`).waitFor(WAIT);
    } finally {
      await leader.close();
    }
  });

  test("stays while a master that does not lead any more still names itself", async () => {
    await open();
    await activeTasks().waitFor(WAIT);
    await page.evaluate("window.isSame = true");
    master.leader = origin;
    master.endStreams();
    await page.getByText("This master does not lead.").waitFor(WAIT);
    expect(await activeTasks().locator("tbody tr").count()).toBe(7);
    master.leader = "";
    await page.locator("#connection[data-state=live]").waitFor(WAIT);
    expect(await page.evaluate("window.isSame")).toBe(true);
  });

  test("opens a sandbox, and follows what a task says until one scrolls up", async () => {
    const file = `${RUNS}/web.0/stdout`;
    const lines = (from: number, to: number): string =>
      Array.from({ length: to - from }, (_, i) => `line ${from + i}\n`).join("");
    master.append(file, lines(0, 200));
    master.append(`${RUNS}/web.0/logs/app.log`, "inner\n");
    await open();
    await activeTasks().getByRole("link", { name: "web.0" }).click();
    const text = page.getByRole("log");
    await expect.poll(() => text.innerText(), WAIT).toContain("line 199");
    master.append(file, lines(200, 300));
    await expect.poll(() => text.innerText(), WAIT).toContain("line 299");

    await text.hover();
    await page.mouse.wheel(0, -600);
    await page.getByText("Paused").waitFor(WAIT);
    master.append(file, lines(300, 310));
    await page.getByText(/Paused, \d+ B new/).waitFor(WAIT);
    expect(await text.innerText()).not.toContain("line 309");
    await page.getByRole("button", { name: "Follow" }).click();
    await expect.poll(() => text.innerText(), WAIT).toContain("line 309");

    const download = page.getByRole("link", { name: "Download", exact: true });
    const href = (await download.getAttribute("href")) ?? "";
    expect(await (await fetch(origin + href)).text()).toBe(lines(0, 310));

    await page.getByRole("link", { name: /^logs\// }).click();
    await page.getByRole("link", { name: /^app.log/ }).click();
    await expect.poll(() => text.innerText(), WAIT).toContain("inner");
    expect(new URL(page.url()).hash).toBe(`#/sandbox/${WEB}/web.0/logs/app.log`);
    await page.goBack();
    await page.goBack();
    await expect.poll(() => text.innerText(), WAIT).toContain("line 309");
  });

  test("a long file is shown from near its end, and backwards as one scrolls", async () => {
    const lines = Array.from({ length: 40_000 }, (_, i) => `line ${i} of many\n`).join("");
    master.append(`${RUNS}/web.0/stdout`, lines);
    await open(`#/sandbox/${WEB}/web.0/stdout`);
    await page.getByText(/The end of \d+ KB/).waitFor(WAIT);
    const log = page.getByRole("log");
    await expect.poll(() => log.innerText(), WAIT).toContain("line 39999 of");
    expect(await log.locator(".log-line").count()).toBeLessThan(120);
    const height = () => log.evaluate((element) => element.scrollHeight);
    const before = await height();
    await log.evaluate((element) => element.scrollTo(0, 0));
    await expect.poll(height, WAIT).toBeGreaterThan(before);
  });

  test("finds words in a file, one after another", async () => {
    const lines = Array.from({ length: 900 }, (_, i) => (i % 300 === 7 ? "Ouch\n" : `fine ${i}\n`));
    master.append(`${RUNS}/web.0/stdout`, lines.join(""));
    await open(`#/tasks/${WEB}/web.0`);
    const find = page.getByRole("searchbox", { name: "Find in the file" });
    await find.fill("ouch");
    await page.getByText("1/3").waitFor(WAIT);
    await find.press("Enter");
    await page.getByText("2/3").waitFor(WAIT);
    await expect.poll(() => page.locator("mark.current").isVisible(), WAIT).toBe(true);
    expect(await page.getByRole("log").innerText()).toContain("fine 306");
    await page.getByText("Paused").waitFor(WAIT);
  });

  test("copies ids", async () => {
    await open();
    await page.getByRole("link", { name: "web.2" }).click();
    await page.getByRole("button", { name: "Copy the id of the task: web.2" }).click();
    await page.getByText("Copied").waitFor(WAIT);
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe("web.2");
  });

  test("is light and dark, and remembers what one chose", async () => {
    await open();
    const paper = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
    const light = await paper();
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await paper()).not.toBe(light);
    await page.getByRole("button", { name: /^Colours: system/ }).click();
    expect(await paper()).toBe(light);
    await page.reload();
    await page.getByRole("button", { name: /^Colours: light/ }).waitFor(WAIT);
    expect(await paper()).toBe(light);
  });

  test("an empty cluster says what to do next", async () => {
    master.events = [{ type: "SUBSCRIBED", subscribed: { get_state: {} } }];
    master.summary = {};
    await open();
    await page.getByText("npx mesos-agent --master=").waitFor(WAIT);
    await page.getByText("--name=hello --command='echo hello'").first().waitFor(WAIT);
    await page.goto(`${origin}/#/frameworks`);
    await page.getByText("No frameworks yet.").waitFor(WAIT);
  });
});
