import { describe, expect, it } from "vitest";
import { jsonSchemas, maintenance, master, TaskInfo } from "./index.ts";

const REF = "#/components/schemas/";

describe("the JSON Schema of a message", () => {
  it("has its fields, which of them must be there, and what they are", () => {
    const { name, definitions } = jsonSchemas(TaskInfo);
    const schema = definitions()[name];
    expect(name).toBe("mesos.v1.TaskInfo");
    expect(schema).toMatchObject({
      type: "object",
      required: ["name", "task_id", "agent_id"],
      properties: {
        name: { type: "string" },
        agent_id: { $ref: `${REF}mesos.v1.AgentID` },
        resources: { type: "array", items: { $ref: `${REF}mesos.v1.Resource` } },
        limits: { type: "object", additionalProperties: { $ref: `${REF}mesos.v1.Value.Scalar` } },
        data: { type: "string", contentEncoding: "base64" },
      },
    });
  });

  it("refers to nothing that is not there", () => {
    for (const type of [master.Call, master.Response, master.Event]) {
      const definitions = jsonSchemas(type).definitions();
      const refs = JSON.stringify(definitions).matchAll(
        /"\$ref":"#\/components\/schemas\/([^"]+)"/g,
      );
      for (const [, name = ""] of refs) expect(Object.keys(definitions)).toContain(name);
    }
  });

  it("names the values of enums", () => {
    const call = jsonSchemas(master.Call).definitions()["mesos.v1.master.Call"];
    const type = master.Call.fields().find(({ name }) => name === "type")?.type;
    const names = typeof type === "object" && type.kind === "enum" ? [...type.names.values()] : [];
    expect(names).toContain("GET_STATE");
    expect(call).toMatchObject({ properties: { type: { type: "string", enum: names } } });
  });

  it("speaks v0, too", () => {
    const { name, definitions } = jsonSchemas(maintenance.Schedule, "v0");
    expect(name).toBe("mesos.maintenance.Schedule");
    expect(Object.keys(definitions())).toContain("mesos.MachineID");
    const task = jsonSchemas(TaskInfo, "v0").definitions()["mesos.TaskInfo"];
    expect(task?.["required"]).toContain("slave_id");
  });
});
