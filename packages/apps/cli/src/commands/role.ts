import { master } from "@mesos-ts/protos";
import type { Command, Group } from "../command.ts";
import { misused } from "../failure.ts";
import { amount, megabytesText, numberText, showMessage, showTable } from "../present.ts";

const list: Command = {
  name: "list",
  summary: "List the roles that have frameworks, resources, weights or quota",
  json: true,
  async run(context) {
    const cluster = await context.cluster();
    const { get_roles: reply = {} } = await cluster.ask({ type: "GET_ROLES" });
    if (context.json) {
      await showMessage(context, master.Response_GetRoles, reply);
      return undefined;
    }
    const rows = (reply.roles ?? []).map(({ name, weight, frameworks = [], resources }) => [
      ...[name, numberText(weight), String(frameworks.length)],
      ...[numberText(amount(resources, "cpus")), megabytesText(amount(resources, "mem"))],
      megabytesText(amount(resources, "disk")),
    ]);
    await showTable(
      context,
      ["Role", "Weight", "Frameworks", "CPUs", "Memory", "Disk"],
      rows,
      "The cluster does not have any roles.",
    );
    return undefined;
  },
};

export const roleGroup: Group = {
  name: "role",
  summary: "Shows the roles and what they hold",
  commands: [list],
};

const weights: Command = {
  name: "list",
  summary: "List the weights; a role that is not shown has weight 1",
  json: true,
  async run(context) {
    const cluster = await context.cluster();
    const { get_weights: reply = {} } = await cluster.ask({ type: "GET_WEIGHTS" });
    if (context.json) {
      await showMessage(context, master.Response_GetWeights, reply);
      return undefined;
    }
    const rows = (reply.weight_infos ?? []).map(({ role = "", weight }) => [
      role,
      numberText(weight),
    ]);
    await showTable(context, ["Role", "Weight"], rows, "All roles have weight 1.");
    return undefined;
  },
};

const set: Command = {
  name: "set",
  summary: "Give weights to roles; the others keep theirs",
  words: ["<role>=<weight>…"],
  async run(context, { words }) {
    const weight_infos = words.map((word) => {
      const at = word.lastIndexOf("=");
      const weight = Number(word.slice(at + 1));
      if (at <= 0 || word.slice(at + 1).trim() === "" || Number.isNaN(weight)) {
        throw misused(`'${word}' is not <role>=<weight>, such as eng=2.5`);
      }
      return { role: word.slice(0, at), weight };
    });
    const cluster = await context.cluster();
    await cluster.tell({ type: "UPDATE_WEIGHTS", update_weights: { weight_infos } });
    await context.world.out(`The weights of ${weight_infos.length} roles are set.\n`);
    return undefined;
  },
};

export const weightGroup: Group = {
  name: "weight",
  summary: "Shows and changes the weights of roles",
  commands: [weights, set],
};
