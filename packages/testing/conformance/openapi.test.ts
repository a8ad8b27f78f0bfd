import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getJson, type Program, Programs, RECORDED_AGENT, RECORDED_MASTER } from "./programs.ts";

/**
 * `/openapi.json` of the running programs: it is valid, every endpoint that has a help page is in
 * it, and every operation of it is answered with a status that it names.
 */

interface Operation {
  readonly operationId?: string;
  readonly parameters?: readonly { readonly name: string; readonly required?: boolean }[];
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
  readonly requestBody?: { readonly content: object };
}
interface Document {
  readonly info: { readonly title: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Help {
  readonly processes: readonly {
    readonly id: string;
    readonly endpoints: readonly { readonly name: string; readonly text: string }[];
  }[];
}

/** Answered twice a second. */
const RARE = new Set(["/metrics/snapshot", "/monitor/statistics"]);

const METHODS = ["get", "head", "post", "put", "delete"];

const programs = new Programs();
const running = new Map<string, Program>();
const documents = new Map<string, Document>();
let agentId = "";

beforeAll(async () => {
  const master = await programs.master(RECORDED_MASTER);
  const agent = await programs.agent(master, RECORDED_AGENT);
  running.set("master", master).set("slave(1)", agent);
  for (const [name, program] of running) {
    documents.set(name, await getJson<Document>(program, "/openapi.json"));
  }
  const { slaves } = await getJson<{ slaves: { id: string }[] }>(master, "/slaves");
  agentId = slaves[0]?.id ?? "";
});

afterAll(() => programs.close());

function documentOf(name: string): Document {
  const document = documents.get(name);
  if (document === undefined) throw new Error(`no document of ${name}`);
  return document;
}

describe.each(["master", "slave(1)"])("the document of %s", (name) => {
  it("is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    const result = await validator.validate({ ...documentOf(name) });
    expect(result.errors ?? "none").toBe("none");
    expect(result.valid).toBe(true);
    expect(validator.version).toBe("3.1");
  });

  it("gives each operation a name of its own", () => {
    const names = Object.values(documentOf(name).paths).flatMap((item) =>
      METHODS.flatMap((method) => item[method]?.operationId ?? []),
    );
    expect(names).toContain("getFilesRead");
    expect(new Set(names).size).toBe(names.length);
  });

  it("has every endpoint, as the help has", async () => {
    const program = running.get(name) as Program;
    const help = await getJson<Help>(program, "/help?format=json");
    const paths = Object.keys(documentOf(name).paths);
    for (const { id, endpoints } of help.processes) {
      for (const endpoint of endpoints) {
        expect(endpoint.text).toMatch(/^### USAGE ###\n/);
        const below = id === name ? "" : `/${id}`;
        const path = below !== "" && endpoint.name === "/" ? below : below + endpoint.name;
        expect(paths.filter((each) => each === path || each.startsWith(`${path}/{`))).not.toEqual(
          [],
        );
      }
    }
  });

  it("has operations that are answered, each with a status that it names", async () => {
    const program = running.get(name) as Program;
    for (const [template, item] of Object.entries(documentOf(name).paths)) {
      for (const method of METHODS.filter((each) => each in item)) {
        const operation = item[method] as Operation;
        const path = template.replace("{agent_id}", agentId).replaceAll(/\{[a-z_]+\}/g, "files");
        const media = Object.keys(operation.requestBody?.content ?? {})[0];
        const reply = await fetch(`http://${program.address}${path}`, {
          method: method.toUpperCase(),
          redirect: "manual",
          ...(media === undefined ? {} : { headers: { "Content-Type": media }, body: "{}" }),
        });
        const text = await reply.text();
        const what = `${method} ${path}: ${reply.status} ${text.slice(0, 200)}`;
        expect(Object.keys(operation.responses), what).toContain(String(reply.status));
        if (reply.status !== 200 || operation.responses["200"]?.content === undefined) continue;
        const [type = ""] = (reply.headers.get("content-type") ?? "").split(";");
        expect(Object.keys(operation.responses["200"].content), what).toContain(type);
      }
    }
  });
});

it("says of every reply that can be a script that it can, and it can", async () => {
  let asked = 0;
  for (const [name, program] of running) {
    for (const [path, item] of Object.entries(documentOf(name).paths)) {
      const takesJsonp = item["get"]?.parameters?.some((each) => each.name === "jsonp");
      if (takesJsonp !== true || RARE.has(path)) continue;
      const query = path.startsWith("/files/") ? "path=/x&jsonp=cb" : "jsonp=cb";
      const reply = await fetch(`http://${program.address}${path}?${query}`);
      const text = await reply.text();
      asked += 1;
      if (reply.status === 404) continue;
      expect([path, reply.headers.get("content-type")]).toEqual([path, "text/javascript"]);
      expect(text.startsWith("cb(") && text.endsWith(");"), path).toBe(true);
      JSON.parse(text.slice("cb(".length, -");".length));
    }
  }
  expect(asked).toBeGreaterThan(30);
});

it("has help pages that lead to each other", async () => {
  for (const program of running.values()) {
    const seen = new Set(["/help"]);
    for (const path of seen) {
      const reply = await fetch(`http://${program.address}${path}`);
      const html = await reply.text();
      expect([path, reply.status]).toEqual([path, 200]);
      for (const [, link = ""] of html.matchAll(/href="([^"]+)"/g)) seen.add(link);
    }
    expect(seen.size).toBeGreaterThan(20);
  }
});

it("is reached through the daemon's name as well as through the short path", async () => {
  for (const [name, program] of running) {
    const paths = Object.keys(documentOf(name).paths);
    expect(paths).toContain("/state");
    const reply = await fetch(`http://${program.address}/${encodeURIComponent(name)}/state`);
    expect(reply.status).toBe(200);
    await reply.arrayBuffer();
  }
});
