import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
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
  let origin: string;
  let page: Page;
  let faults: string[];

  const start = (app: "local" | "execute", args: readonly string[]): RunningProgram => {
    const program = new RunningProgram(app, args);
    programs.push(program);
    return program;
  };
  const execute = (name: string, command: string, more: readonly string[] = []): RunningProgram =>
    start("execute", [
      `--master=${address}`,
      `--name=${name}`,
      `--command=${command}`,
      "--resources=cpus:0.1;mem:32",
      ...more,
    ]);
  const ask = async (path: string): Promise<unknown> => (await fetch(origin + path)).json();
  const dialog = () => page.getByRole("dialog");
  const isClosed = () => dialog().waitFor({ ...WAIT, state: "detached" });

  beforeAll(async () => {
    browser = await startBrowser();
    folder = await mkdtemp(join(tmpdir(), "console-"));
    const local = start("local", [`--work_dir=${folder}/work`, "--port=0", "--cluster=harbour"]);
    address = (await local.says(/See it:\s+http:\/\/(\S+)\//))[1] ?? "";
    // As the master calls itself: one that stands by sends browsers to that name.
    origin = `http://localhost:${address.split(":")[1]}`;
    ({ page, faults } = await openPage(browser, origin));
  });
  afterAll(async () => {
    await browser?.close();
    for (const program of programs.reverse()) await program.end();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    expect(faults).toEqual([]);
  });

  test("shows its agent, and a task with all that it says", async () => {
    await page.goto(`${origin}/`);
    await page.getByRole("heading", { level: 1, name: "harbour" }).waitFor(WAIT);
    await page.getByRole("link", { name: "1 active" }).waitFor(WAIT);
    await page.getByText("No task runs.").waitFor(WAIT);

    const task = execute(NAME, "i=0; while true; do i=$((i+1)); echo step $i; sleep 0.2; done");
    await task.says(/TASK_RUNNING/);
    const row = page.getByRole("table", { name: "Active tasks" }).locator("tbody tr");
    await expect.poll(() => row.innerText(), WAIT).toContain("Running");
    expect(await row.innerText()).toContain("0.1 CPU · 32 MB");
    await page.getByRole("link", { name: NAME, exact: true }).click();

    const text = page.getByRole("log");
    await expect.poll(() => text.innerText(), WAIT).toContain("step 3\n");
    const seen = Number(/step (\d+)\s*$/.exec(await text.innerText())?.[1]);
    await expect.poll(() => text.innerText(), WAIT).toContain(`step ${seen + 3}`);
    await page.getByRole("link", { name: "stderr", exact: true }).waitFor(WAIT);
    const download = page.getByRole("link", { name: "Download", exact: true });
    const href = (await download.getAttribute("href")) ?? "";
    expect(await (await fetch(origin + href)).text()).toContain("step 1\nstep 2\nstep 3\n");
    const timeline = page.getByRole("region", { name: "Timeline" });
    expect(await timeline.getByRole("listitem").count()).toBeGreaterThan(1);

    await task.end();
    await page.goto(`${origin}/`);
    const completed = page.getByRole("table", { name: "Completed tasks" }).locator("tbody tr");
    await expect.poll(() => completed.innerText(), WAIT).toMatch(/Killed|Finished/);
    expect(await page.locator("#app img").count()).toBe(0);
  });

  test("sets a quota, and shows what the master refuses beside the field", async () => {
    await page.goto(`${origin}/#/roles`);
    await page.getByRole("button", { name: "Set a quota…" }).click();
    await dialog().getByLabel("Role").fill("eng/web");
    const guaranteed = dialog()
      .getByRole("group", { name: /^Guarantee/ })
      .getByLabel("CPUs");
    const limit = dialog()
      .getByRole("group", { name: /^Limit/ })
      .getByLabel("CPUs");
    await guaranteed.fill("0.5");
    await limit.fill("1.5");
    const submit = dialog().getByRole("button", { name: "Set the quota" });
    await submit.click();
    await expect
      .poll(() => dialog().getByRole("alert").innerText(), WAIT)
      .toBe("Updating quota on nested role 'eng/web' is not supported yet");
    await dialog().getByLabel("Role").fill("eng");
    await submit.click();
    await isClosed();
    const table = page.getByRole("table", { name: "Quota of eng" });
    await expect.poll(() => table.innerText(), WAIT).toMatch(/CPUs\s+0\s+0.5\s+1.5/);
    expect(await ask("/quota")).toMatchObject({ infos: [{ role: "eng" }] });

    // More than there is: the master's own words, beside the field.
    await page.getByRole("button", { name: "Quota of eng" }).click();
    await guaranteed.fill("2");
    await submit.click();
    const trouble = guaranteed.locator("xpath=..").getByRole("alert");
    await expect
      .poll(() => trouble.innerText(), WAIT)
      .toContain("is not contained within the 'QuotaConfig.limits' { cpus: 1.5 }");
    await page.keyboard.press("Escape");
    await isClosed();
  });

  test("sets a weight", async () => {
    await page.goto(`${origin}/#/roles`);
    await page.getByRole("button", { name: "Weight of eng" }).click();
    await dialog().getByLabel("Weight").fill("-1");
    await dialog().getByRole("button", { name: "Set the weight" }).click();
    await expect.poll(() => dialog().getByRole("alert").innerText(), WAIT).toMatch(/positive/);
    await dialog().getByLabel("Weight").fill("3");
    await dialog().getByRole("button", { name: "Set the weight" }).click();
    await isClosed();
    const role = page.getByRole("list", { name: "Roles" }).getByRole("listitem");
    await expect.poll(() => role.innerText(), WAIT).toContain("weight 3");
  });

  test("plans maintenance, takes a machine down, and up again", async () => {
    await page.goto(`${origin}/#/maintenance`);
    await page.getByText("Nothing is planned.").waitFor(WAIT);
    await page.getByRole("button", { name: "Plan maintenance…" }).click();
    await dialog().getByLabel("Machines").fill("elsewhere.example.com 10.9.8.7");
    await dialog().getByLabel("Lasts").fill("2h 30min");
    await dialog().getByRole("button", { name: "Add to the schedule" }).click();
    await isClosed();
    await page.getByText("for 2 h 30 min").waitFor(WAIT);
    const machine = { hostname: "elsewhere.example.com", ip: "10.9.8.7" };
    expect(await ask("/maintenance/status")).toEqual({ draining_machines: [{ id: machine }] });

    await page.getByRole("button", { name: /^Take down/ }).click();
    await dialog().getByRole("button", { name: "Take down" }).click();
    await isClosed();
    await page.getByRole("button", { name: /^Bring up/ }).click();
    expect(await ask("/maintenance/status")).toEqual({ down_machines: [machine] });
    await dialog().getByRole("button", { name: "Bring up" }).click();
    await isClosed();
    await page.getByText("Nothing is planned.").waitFor(WAIT);
  });

  test("reserves on an agent, and gives it back", async () => {
    await page.goto(`${origin}/#/agents`);
    await page.getByRole("table", { name: "Agents" }).getByRole("link").first().click();
    await page.getByRole("button", { name: "Reserve…" }).click();
    await dialog().getByLabel("For the role").fill("eng/web");
    await dialog().getByLabel("CPUs").fill("100");
    await dialog().getByRole("button", { name: "Reserve", exact: true }).click();
    await dialog().getByRole("alert").waitFor(WAIT);
    await dialog().getByLabel("CPUs").fill("0.5");
    await dialog().getByRole("button", { name: "Reserve", exact: true }).click();
    await isClosed();
    const reservations = page.getByRole("region", { name: "Reservations" });
    const reserved = reservations.getByRole("listitem").filter({ hasText: "eng/web" });
    await expect.poll(() => reserved.innerText(), WAIT).toContain("0.5 CPU");
    await reserved.getByRole("button").click();
    await dialog().getByRole("button", { name: "Unreserve", exact: true }).click();
    await isClosed();
    await reserved.waitFor({ ...WAIT, state: "detached" });
  });

  test("deactivates an agent, and takes it back into use", async () => {
    await page.goto(`${origin}/#/agents`);
    await page.getByRole("table", { name: "Agents" }).getByRole("link").first().click();
    await page.getByRole("button", { name: "Deactivate…" }).click();
    await dialog().getByRole("button", { name: "Deactivate", exact: true }).click();
    await isClosed();
    await page.getByRole("button", { name: "Reactivate…" }).click();
    await dialog().getByRole("button", { name: "Reactivate", exact: true }).click();
    await isClosed();
    await page.getByRole("button", { name: "Drain…" }).waitFor(WAIT);
  });

  test("tears a framework down", async () => {
    const task = execute("long", "sleep 1000");
    await task.says(/TASK_RUNNING/);
    await page.goto(`${origin}/#/tasks`);
    const row = page.getByRole("row").filter({ hasText: "long" });
    await row.getByRole("link", { name: /mesos-execute/ }).click();
    await page.getByRole("button", { name: "Tear down…" }).click();
    const name = await page.getByRole("heading", { level: 1 }).innerText();
    await dialog().getByRole("textbox").fill(name);
    await dialog().getByRole("button", { name: "Tear down", exact: true }).click();
    await isClosed();
    await page.getByText("This framework has terminated!").waitFor(WAIT);
  });

  test("goes on when the master has died and is back", async () => {
    await page.goto(`${origin}/#/agents`);
    const agents = page.getByRole("table", { name: "Agents" }).locator("tbody tr");
    await expect.poll(() => agents.count(), WAIT).toBe(1);
    await page.evaluate("window.isSame = true");
    programs[0]?.crash("mesos-master.js");
    await page.getByText("What you see is from before.").waitFor(WAIT);
    expect(await agents.count()).toBe(1);
    await page.locator("#connection[data-state=live]").waitFor({ timeout: 60_000 });
    await expect.poll(() => agents.innerText(), { timeout: 30_000 }).toContain("Active");
    expect(await page.evaluate("window.isSame")).toBe(true);
  }, 100_000);

  test("shows the leading master's log", async () => {
    await page.goto(`${origin}/#/log`);
    await expect.poll(() => page.getByRole("log").innerText(), WAIT).toMatch(/I\d{4} .+/);
  });
});
