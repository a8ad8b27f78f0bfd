import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPage, skipsBrowser, startBrowser } from "./browser.test-support.ts";
import { RunningProgram } from "./programs.test-support.ts";

const WAIT = { timeout: 20_000 };
const NAME = "<img src=x onerror=\"document.title='owned'\">";

describe.skipIf(skipsBrowser())("the page of a real cluster", () => {
  const programs: RunningProgram[] = [];
  let browser: Browser;
  let folder: string;
  let address: string;

  const start = (app: "local" | "execute", args: readonly string[]): RunningProgram => {
    const program = new RunningProgram(app, args);
    programs.push(program);
    return program;
  };

  beforeAll(async () => {
    browser = await startBrowser();
    folder = await mkdtemp(join(tmpdir(), "console-"));
    const local = start("local", [`--work_dir=${folder}/work`, "--port=0", "--cluster=harbour"]);
    address = (await local.says(/See it:\s+http:\/\/(\S+)\//))[1] ?? "";
  });
  afterAll(async () => {
    await browser?.close();
    for (const program of programs.reverse()) await program.end();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test("shows its agent, and a task with all that it says", async () => {
    const origin = `http://${address}`;
    const { page, faults } = await openPage(browser, origin);
    await page.goto(`${origin}/`);
    await page.getByRole("heading", { level: 1, name: "harbour" }).waitFor(WAIT);
    const agents = page.getByRole("table", { name: "Agents" });
    await expect.poll(() => agents.locator("tbody tr").count(), WAIT).toBe(1);
    await page.getByText("No tasks run.").first().waitFor(WAIT);

    const command = "i=0; while true; do i=$((i+1)); echo step $i; sleep 0.2; done";
    const execute = start("execute", [
      `--master=${address}`,
      `--name=${NAME}`,
      `--command=${command}`,
      "--resources=cpus:0.1;mem:32",
    ]);
    await execute.says(/TASK_RUNNING/);
    const row = page.getByRole("table", { name: "Active tasks" }).locator("tbody tr");
    await expect.poll(() => row.innerText(), WAIT).toContain("Running");
    expect(await row.innerText()).toContain("0.1 CPU · 32 MB");
    await page.getByRole("link", { name: NAME, exact: true }).click();

    const text = page.getByRole("log");
    await expect.poll(() => text.innerText(), WAIT).toContain("step 3\n");
    const seen = Number(/step (\d+)\n$/.exec(await text.innerText())?.[1]);
    await expect.poll(() => text.innerText(), WAIT).toContain(`step ${seen + 3}\n`);
    await page.getByRole("link", { name: /^stderr/ }).waitFor(WAIT);
    const href = await page.getByRole("link", { name: "Download" }).getAttribute("href");
    expect(await (await fetch(origin + href)).text()).toContain("step 1\nstep 2\nstep 3\n");

    await execute.end();
    await page.goto(`${origin}/`);
    const completed = page.getByRole("table", { name: "Completed tasks" }).locator("tbody tr");
    await expect.poll(() => completed.innerText(), WAIT).toMatch(/Killed|Finished/);
    expect(await page.locator("#view img").count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
