/** The sandbox of a task: found on its agent, and shown as files. */
import { agentFiles, getAgentState, RequestError } from "../live/api.ts";
import type { Task } from "../model/entities.ts";
import { formatPage } from "../model/route.ts";
import { executorDirectory, sandboxCandidates } from "../model/sandbox.ts";
import { useModel } from "../ui/app-context.ts";
import { FileBrowser } from "../ui/file-browser.tsx";
import { useAsked } from "../ui/hooks.ts";
import { Empty, Section, Term } from "../ui/parts.tsx";

export function TaskSandbox({ task, path }: { readonly task: Task; readonly path: string }) {
  const { agentId, frameworkId, id: taskId } = task;
  const host = useModel().agents.get(agentId);
  const { value: root, error } = useAsked(`${agentId} ${taskId} ${task.number}`, () =>
    locate(task),
  );
  return (
    <Section title={<Term of="sandbox">Sandbox</Term>} label="Sandbox" aside={<code>{root}</code>}>
      {host === undefined ? (
        <Empty title="The agent is not there.">
          The files are on the agent, which the master cannot reach at the moment.
        </Empty>
      ) : root === undefined ? (
        <NotFound error={error} />
      ) : (
        <FileBrowser
          files={agentFiles(agentId)}
          root={root}
          path={path}
          isOver={task.group === "completed"}
          hrefOf={(inner) => formatPage({ type: "sandbox", frameworkId, taskId, path: inner })}
        />
      )}
    </Section>
  );
}

export function NotFound({ error }: { readonly error: Error | undefined }) {
  if (error === undefined) return <p class="muted">Looking for the sandbox…</p>;
  if (error instanceof RequestError && error.status === 404) {
    return (
      <Empty title="There is no sandbox.">
        The agent has not made it yet, or has removed it since: it keeps them for its --gc_delay.
      </Empty>
    );
  }
  return <Empty title="The agent does not give its files.">{error.message}</Empty>;
}

async function locate(task: Task): Promise<string> {
  const directory = executorDirectory(await getAgentState(task.agentId), task);
  const files = agentFiles(task.agentId);
  for (const candidate of directory === undefined ? [] : sandboxCandidates(directory, task)) {
    try {
      await files.browse(candidate);
      return candidate;
    } catch (cause) {
      if (!(cause instanceof RequestError) || cause.status !== 404) throw cause;
    }
  }
  throw new RequestError(404, "");
}
