import { master, type quota, type Value_Scalar } from "@mesos-ts/protos";
import type { Command, Context, Group } from "../command.ts";
import { misused } from "../failure.ts";
import { numberText, showMessage, showTable } from "../present.ts";

const list: Command = {
  name: "list",
  summary: "List guarantees and limits",
  json: true,
  async run(context) {
    const cluster = await context.cluster();
    const { get_quota: reply = { status: {} } } = await cluster.ask({ type: "GET_QUOTA" });
    if (context.json) {
      await showMessage(context, master.Response_GetQuota, reply);
      return undefined;
    }
    // A quota that was removed is one of nothing.
    const rows = (reply.status.configs ?? [])
      .map(({ role, guarantees, limits }) => [
        role,
        quantitiesText(guarantees),
        quantitiesText(limits),
      ])
      .filter(([, ...quantities]) => quantities.some((text) => text !== ""));
    await showTable(context, ["Role", "Guarantees", "Limits"], rows, "No role has quota.");
    return undefined;
  },
};

const set: Command = {
  name: "set",
  summary: "Set a role's guarantees and limits",
  details:
    "What is not named is not guaranteed, and not limited: the call replaces the role's quota.",
  words: ["<role>"],
  options: {
    guarantee: { value: "<resources>", help: "held free for the role, such as cpus:4;mem:2048" },
    limit: { value: "<resources>", help: "the most that the role may use" },
    force: { help: "even if the cluster cannot satisfy it now" },
  },
  async run(context, input) {
    const [role = ""] = input.words;
    const guarantees = quantitiesOf("--guarantee", input.text("guarantee"));
    const limits = quantitiesOf("--limit", input.text("limit"));
    if (guarantees === undefined && limits === undefined) {
      throw misused("Give --guarantee=cpus:4;mem:2048, --limit=…, or both");
    }
    await update(context, { role, guarantees, limits }, input.flag("force"));
    await context.world.out(`The quota of role '${role}' is set.\n`);
    return undefined;
  },
};

const remove: Command = {
  name: "remove",
  summary: "Take a role's guarantees and limits away",
  words: ["<role>"],
  async run(context, { words: [role = ""] }) {
    await update(context, { role }, false);
    await context.world.out(`Role '${role}' has no quota.\n`);
    return undefined;
  },
};

async function update(context: Context, config: quota.QuotaConfig, force: boolean): Promise<void> {
  const cluster = await context.cluster();
  const update_quota = { quota_configs: [config], ...(force ? { force } : {}) };
  await cluster.tell({ type: "UPDATE_QUOTA", update_quota });
}

function quantitiesText(quantities: Record<string, Value_Scalar> | undefined): string {
  return Object.entries(quantities ?? {})
    .map(([name, { value }]) => `${name}:${numberText(value)}`)
    .join("; ");
}

/** `cpus:4;mem:2048`; quota has no roles, ranges or disks of its own. */
function quantitiesOf(
  option: string,
  text: string | undefined,
): Record<string, Value_Scalar> | undefined {
  if (text === undefined) return undefined;
  const parts = text.split(";").filter((part) => part.trim() !== "");
  return Object.fromEntries(
    parts.map((part) => {
      const [name = "", value = "", ...more] = part.split(":").map((each) => each.trim());
      const number = Number(value);
      if (name === "" || value === "" || more.length > 0 || !(number >= 0)) {
        throw misused(`${option}: '${part}' is not <name>:<number>, such as cpus:4`);
      }
      return [name, { value: number }];
    }),
  );
}

export const quotaGroup: Group = {
  name: "quota",
  summary: "Shows and changes what roles are guaranteed and limited to",
  commands: [list, set, remove],
};
