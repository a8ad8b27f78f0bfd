import { type Core, NO_PID } from "./core.ts";
import { type Agent, type Framework, pidOf } from "./model.ts";

/** Tells an agent the latest of a framework: its info, and where its driver is. */
export function sendFramework(core: Core, agent: Agent, framework: Framework): void {
  core.send(agent.pid, "UpdateFrameworkMessage", {
    framework_id: { value: framework.id },
    pid: pidOf(framework) ?? NO_PID,
    framework_info: framework.info,
  });
}
