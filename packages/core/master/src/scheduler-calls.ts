/** `POST /api/v1/scheduler`: the HTTP edge of the scheduler API. */
import type { MasterEvent, Reply } from "./contract.ts";
import type { Core } from "./core.ts";
import { handleFrameworkCall } from "./framework-calls.ts";
import { type Framework, isConnected } from "./model.ts";
import { subscribeStream } from "./subscribe.ts";
import { validateSchedulerCall } from "./validation/scheduler-call.ts";

type SchedulerCallEvent = Extract<MasterEvent, { type: "scheduler-call" }>;

export function receiveSchedulerCall(core: Core, event: SchedulerCallEvent): void {
  const { requestId, call, streamId, principal } = event;
  const invalid = validateSchedulerCall(call, principal);
  if (invalid !== undefined) {
    core.reply(requestId, refused(400, `Failed to validate scheduler::Call: ${invalid}`));
    return;
  }
  if (call.type === "SUBSCRIBE" && call.subscribe !== undefined) {
    if (streamId !== undefined) {
      core.reply(
        requestId,
        refused(400, "Subscribe calls should not include the 'Mesos-Stream-Id' header"),
      );
      return;
    }
    const { framework_info: info, suppressed_roles, offer_constraints } = call.subscribe;
    const isUnsigned = principal !== undefined && info.principal === undefined;
    subscribeStream(core, requestId, {
      info: isUnsigned ? { ...info, principal } : info,
      suppressedRoles: suppressed_roles ?? [],
      constraints: offer_constraints,
      force: true,
    });
    return;
  }
  const framework = core.frameworks.registered.get(call.framework_id?.value ?? "");
  if (framework === undefined) {
    core.reply(requestId, refused(400, "Framework cannot be found"));
    return;
  }
  framework.counters.call(call.type ?? "UNKNOWN");
  const refusal = refuseCaller(framework, streamId, principal);
  core.reply(requestId, refusal ?? handleFrameworkCall(core, framework, call));
}

/** Only the scheduler that holds the framework's stream may speak for it. */
function refuseCaller(
  framework: Framework,
  streamId: string | undefined,
  principal: string | undefined,
): Reply | undefined {
  const { connection, info } = framework;
  if (principal !== undefined && principal !== info.principal) {
    return refused(
      400,
      `Authenticated principal '${principal}' does not match principal '${info.principal ?? ""}' set in \`FrameworkInfo\``,
    );
  }
  if (!isConnected(framework)) return refused(403, "Framework is not subscribed");
  if (connection.type !== "stream") return refused(403, "Framework is not connected via HTTP");
  if (streamId === undefined) {
    return refused(400, "All non-subscribe calls should include the 'Mesos-Stream-Id' header");
  }
  if (streamId !== connection.streamId) {
    return refused(
      400,
      `The stream ID '${streamId}' included in this request didn't match the stream ID currently associated with framework ID ${framework.id}`,
    );
  }
  return undefined;
}

function refused(status: 400 | 403, text: string): Reply {
  return { type: "refused", status, text };
}
