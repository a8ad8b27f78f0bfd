/** What the leading master says, and what an agent says. */
import { agentFiles, type Files, MASTER_LOG, masterFiles } from "../live/api.ts";
import { useApp, useModel } from "../ui/app-context.ts";
import { useAsked } from "../ui/hooks.ts";
import { LogPager } from "../ui/log-pager.tsx";
import { AgentLink, Empty, PageHead } from "../ui/parts.tsx";

const AGENT_LOG = "/slave/log";

export function MasterLogPage() {
  const { leader } = useApp().store.facts.value;
  return (
    <>
      <PageHead title="Log of the leading master" sub={leader} />
      <LogOf files={masterFiles} path={MASTER_LOG} name="mesos-master" />
    </>
  );
}

export function AgentLogPage({ id }: { readonly id: string }) {
  const host = useModel().hostOf(id);
  return (
    <>
      <PageHead kind="Agent" title={`Log of ${host || id}`} sub={<AgentLink id={id} />} />
      <LogOf files={agentFiles(id)} path={AGENT_LOG} name="mesos-agent" />
    </>
  );
}

interface LogOfProps {
  readonly files: Files;
  readonly path: string;
  readonly name: string;
}

function LogOf({ files, path, name }: LogOfProps) {
  const { value, error } = useAsked(`${name} ${path}`, () => files.read(path, -1, undefined));
  if (value === undefined) {
    if (error === undefined) return <p class="muted loading">Asking for the log…</p>;
    return (
      <Empty title="There is no log to show.">
        <p>
          It is kept where the program was started with <code>--log_dir</code> or{" "}
          <code>--external_log_file</code>. ({error.message})
        </p>
      </Empty>
    );
  }
  return (
    <div class="whole-log">
      <LogPager
        name={name}
        read={(offset, length) => files.read(path, offset, length)}
        downloadUrl={files.downloadUrl(path)}
        isOver={false}
      />
    </div>
  );
}
