/** The small parts of which the pages are made. */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { type Agent, type Framework, type Task, TROUBLED_STATES } from "../model/entities.ts";
import { formatAgo, formatDuration, formatScalar, shortId, stateLabel } from "../model/format.ts";
import { type Amounts, SCALARS } from "../model/resources.ts";
import { formatPage } from "../model/route.ts";
import { useApp, useModel } from "./app-context.ts";
import { Icon } from "./icons.tsx";

/** What is said of words that only people who know Mesos understand. */
const TERMS = {
  agent: "A machine that runs tasks, by the program mesos-agent.",
  framework: "A program that gets resources offered and runs its tasks on them, like Marathon.",
  role: "Whose share of the cluster something is. Roles form a tree: eng/web belongs to eng.",
  offer: "Resources of one agent that a framework may use; nobody else has them meanwhile.",
  allocated: "In use by tasks and executors.",
  offered: "Put before a framework, which has not answered yet.",
  executor: "What runs tasks of a framework on an agent.",
  sandbox: "The folder of a task on its agent, with all that it wrote, stdout and stderr included.",
  guarantee: "Resources that are kept free for a role until it uses them.",
  limit: "The most that a role may use.",
  weight: "How much a role gets beside the others: one of weight 2 gets twice as much as one of 1.",
  share: "The part of the cluster that a role holds, of the resource that it holds most of.",
  fair: "The part of the cluster that a role should get, by the weights of all that want something.",
  reserved: "Kept on an agent for one role only.",
  drain: "Lets no new tasks onto the agent, and ends those that run there.",
  gone: "Tells everybody that the agent never comes back. This cannot be undone.",
  deactivate: "Makes no more offers of the agent; what runs there goes on.",
  inverse: "Asks a framework to leave an agent, which is to be maintained.",
  unreachable:
    "The master has lost contact with the agent. It may come back, and its tasks with it.",
  principal: "The name with which a program proves who it is.",
  health: "What the task's own health check says.",
  mode: "UP: works. DRAINING: is planned to go down. DOWN: does not work now.",
} as const;

export type TermName = keyof typeof TERMS;

/** A word with its meaning, for those who point at it or reach it with the keyboard. */
export function Term({ of, children }: { readonly of: TermName; readonly children: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what pointing tells, the keyboard must tell
    <span class="term" tabIndex={0} aria-description={TERMS[of]}>
      {children}
      <span class="tip" aria-hidden="true">
        {TERMS[of]}
      </span>
    </span>
  );
}

export function Time({ at }: { readonly at: number | undefined }) {
  const { now, showsDates } = useApp();
  if (at === undefined) return <span class="muted">–</span>;
  const date = new Date(at * 1000);
  const long = date.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "medium" });
  return (
    <time dateTime={date.toISOString()} title={long}>
      {showsDates.value ? long : formatAgo(at, now.value)}
    </time>
  );
}

/** How long something has been going on, or took. */
export function Lasted({ from, to }: { readonly from?: number; readonly to?: number }) {
  const { now } = useApp();
  if (from === undefined) return <span class="muted">–</span>;
  return <span>{formatDuration((to ?? now.value) - from)}</span>;
}

export function Copy({ text, what }: { readonly text: string; readonly what: string }) {
  const { tell } = useApp();
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => tell("Copied"),
      () => tell("This browser does not let the page copy", true),
    );
  };
  return (
    <button class="copy" type="button" aria-label={`Copy ${what}: ${text}`} onClick={copy}>
      <Icon name="copy" size={14} />
    </button>
  );
}

export function Identifier({ id, what }: { readonly id: string; readonly what: string }) {
  return (
    <span class="identifier">
      <code title={id}>{shortId(id)}</code>
      <Copy text={id} what={what} />
    </span>
  );
}

type Tone = "good" | "bad" | "warn" | "calm";

export function Badge({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return <span class={`badge ${tone}`}>{children}</span>;
}

export function taskTone(state: string): Tone {
  if (TROUBLED_STATES.has(state)) return "bad";
  if (state === "TASK_RUNNING") return "good";
  const isWarning = ["TASK_UNREACHABLE", "TASK_UNKNOWN", "TASK_KILLING"].includes(state);
  return isWarning ? "warn" : "calm";
}

export function TaskState({ task }: { readonly task: Task }) {
  const healthy = task.group === "active" ? task.statuses.at(-1)?.healthy : undefined;
  const health = healthy === undefined ? "" : healthy ? ", healthy" : ", unhealthy";
  const tone = healthy === false ? "warn" : taskTone(task.state);
  return <Badge tone={tone}>{stateLabel(task.state) + health}</Badge>;
}

export function AgentBadge({ state }: Pick<Agent, "state">) {
  const tone = state === "active" ? "good" : state === "inactive" ? "bad" : "warn";
  return <Badge tone={tone}>{stateLabel(state)}</Badge>;
}

export function FrameworkBadge({ state }: Pick<Framework, "state">) {
  const tones = { active: "good", completed: "calm" } as const;
  return (
    <Badge tone={state in tones ? tones[state as "active"] : "warn"}>{stateLabel(state)}</Badge>
  );
}

/** `0.5 CPU · 512 MB`, without what is nothing. */
export function amountsText(amounts: Amounts): string {
  const units = { cpus: " CPU", mem: "", disk: " disk", gpus: " GPU" };
  return SCALARS.filter((name) => amounts[name] > 0)
    .map((name) => formatScalar(name, amounts[name]) + units[name])
    .join(" · ");
}

export function AgentLink({ id }: { readonly id: string }) {
  const host = useModel().hostOf(id);
  return (
    <a href={formatPage({ type: "agent", id })} title={id}>
      {host === "" ? shortId(id) : host}
    </a>
  );
}

export function FrameworkLink({ id }: { readonly id: string }) {
  const name = useModel().frameworkName(id);
  return (
    <a href={formatPage({ type: "framework", id })} title={id}>
      {name === "" ? shortId(id) : name}
    </a>
  );
}

export function TaskLink({ task }: { readonly task: Task }) {
  const { frameworkId, id, name } = task;
  return (
    <a class="name" href={formatPage({ type: "task", frameworkId, taskId: id })}>
      {name === "" ? id : name}
    </a>
  );
}

/** Frameworks say where their own page is: it may only be a page. */
export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && ["http:", "https:"].includes(new URL(url).protocol);
}

export function OuterLink({ url, children }: { readonly url: string; readonly children: string }) {
  if (!isWebAddress(url)) return <span>{children}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children} <Icon name="external" size={13} />
      <span class="offscreen">(opens a new tab)</span>
    </a>
  );
}

export interface Fact {
  readonly label: ComponentChildren;
  readonly value: ComponentChildren;
}

/** Names and values; those without a value are left out. */
export function Facts({ facts }: { readonly facts: readonly (Fact | undefined)[] }) {
  return (
    <dl class="facts">
      {facts.map((fact, index) =>
        fact === undefined ? null : (
          <div key={index}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

interface EmptyProps {
  readonly title: string;
  readonly children?: ComponentChildren;
}

export function Empty({ title, children }: EmptyProps) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children !== undefined && <div class="empty-text">{children}</div>}
    </div>
  );
}

/** A command to be typed in a terminal. */
export function Command({ children }: { readonly children: string }) {
  return (
    <span class="command">
      <code>{children}</code>
      <Copy text={children} what="the command" />
    </span>
  );
}

interface SectionProps {
  readonly title: ComponentChildren;
  readonly count?: number;
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
  readonly label?: string;
}

export function Section({ title, count, aside, children, label }: SectionProps) {
  return (
    <section class="section" aria-label={label}>
      <div class="section-head">
        <h2>
          {title}
          {count !== undefined && <span class="count">{count.toLocaleString()}</span>}
        </h2>
        {aside !== undefined && <div class="section-aside">{aside}</div>}
      </div>
      {children}
    </section>
  );
}

interface HeadProps {
  readonly kind?: string;
  readonly title: string;
  readonly badge?: ComponentChildren;
  readonly sub?: ComponentChildren;
  readonly actions?: ComponentChildren;
}

/** The head of a page: what it is about. */
export function PageHead({ kind, title, badge, sub, actions }: HeadProps) {
  return (
    <header class="page-head">
      <div class="page-head-text">
        {kind !== undefined && <p class="kind">{kind}</p>}
        <div class="title">
          <h1>{title}</h1>
          {badge}
        </div>
        {sub !== undefined && <div class="sub">{sub}</div>}
      </div>
      {actions !== undefined && <div class="actions">{actions}</div>}
    </header>
  );
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly {
    readonly key: string;
    readonly label: string;
    readonly count: number;
  }[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

/** One of several lists. Buttons that say which is pressed: simpler to use than tabs by the book. */
export function Choices({ label, tabs, chosen, onChoose }: TabsProps) {
  return (
    <fieldset class="choices">
      <legend class="offscreen">{label}</legend>
      {tabs.map(({ key, label: text, count }) => (
        <button
          key={key}
          type="button"
          aria-pressed={key === chosen}
          class={count === 0 ? "none" : ""}
          onClick={() => onChoose(key)}
        >
          {text} <span class="count">{count.toLocaleString()}</span>
        </button>
      ))}
    </fieldset>
  );
}

interface FilterProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A slash goes here from anywhere on the page. */
export function Filter({ label, value, onChange }: FilterProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <label class="filter-box">
      <Icon name="search" size={15} />
      <span class="offscreen">{label}</span>
      <input
        ref={input}
        class="filter"
        type="search"
        placeholder={label}
        value={value}
        spellcheck={false}
        autocomplete="off"
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          onChange("");
          input.current?.blur();
        }}
      />
      <kbd>/</kbd>
    </label>
  );
}
