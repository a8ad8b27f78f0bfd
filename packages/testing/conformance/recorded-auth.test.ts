import { HttpClient } from "@mesos-ts/transport";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Program, Programs, RECORDED_AGENT, RECORDED_MASTER } from "./programs.ts";
import { RecordedReplies } from "./recorded-replies.ts";
import { type Exchange, recording } from "./recordings.ts";

/**
 * A recorded session about credentials: the same requests without any, with wrong ones, as an
 * operator and as one who may only read. What was answered then is answered now; who was refused
 * then is told apart in the list of differences.
 */

const { requests } = recording<{ readonly requests: readonly Exchange[] }>("ops/ops_auth.json");

/** Each round goes to the master first, then to the agent. */
const ROUND = { master: 14, all: 17 } as const;

const client = new HttpClient();
const programs = new Programs();
const compared = new RecordedReplies("auth");
let master: Program;
let agent: Program;

beforeAll(async () => {
  master = await programs.master([...RECORDED_MASTER, "--registry=in_memory"]);
  agent = await programs.agent(master, RECORDED_AGENT);
});

afterAll(async () => {
  client.close();
  await programs.close();
});

/** What was refused and would change something is not asked: here nobody would refuse it. */
const wouldChange = ({ status, request }: Exchange): boolean =>
  (status === 401 || status === 403) && (request.body?.includes("UPDATE_WEIGHTS") ?? false);

const named = requests.map((exchange, index) => {
  const { method, path } = exchange.request;
  return [`auth ${index} ${method} ${path} ${exchange.status}`, index, exchange] as const;
});

describe("a session about credentials", () => {
  it.each(named.filter(([, , exchange]) => !wouldChange(exchange)))(
    "%s",
    async (name, index, exchange) => {
      const { method, path, headers, body } = exchange.request;
      const program = index % ROUND.all < ROUND.master ? master : agent;
      const reply = await client.request({
        url: `http://${program.address}${path}`,
        method,
        headers,
        ...(body === null ? {} : { body }),
      });
      const ours = { ...reply, text: reply.body.toString() };
      expect(compared.unexplained(name, exchange, ours)).toEqual([]);
    },
  );

  it("has no difference in its list that is none", () => {
    expect(compared.idle).toEqual([]);
  });
});
