import type { FrameworkInfo } from "@mesos-ts/protos";
import type { Core } from "./core.ts";
import { sendFramework } from "./framework-notice.ts";
import { recoverFramework } from "./frameworks.ts";
import { type Agent, agentText } from "./model.ts";

/** Tells a returned agent the latest of the frameworks it knows, and which of them are over. */
export function updateAgentFrameworks(
  core: Core,
  agent: Agent,
  infos: readonly FrameworkInfo[],
): void {
  for (const info of infos) {
    const id = info.id?.value ?? "";
    if (!core.frameworks.completed.has(id)) continue;
    core.log(
      "INFO",
      `Shutting down framework ${id} at reregistered agent ${agentText(agent)} because the framework has been shutdown at the master`,
    );
    core.send(agent.pid, "ShutdownFrameworkMessage", { framework_id: { value: id } });
  }
  for (const info of infos) {
    const id = info.id?.value ?? "";
    const framework = core.frameworks.registered.get(id);
    if (framework !== undefined) sendFramework(core, agent, framework);
    else if (!core.frameworks.completed.has(id)) recoverFramework(core, info);
  }
}
