import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { unwrap } from "@mesos-ts/base";
import { encode, MasterInfo } from "@mesos-ts/protos";
import { expect, it, test } from "vitest";
import { parseMember } from "./contract.ts";
import { parseMasterInfo, renderMasterInfo } from "./master-info.ts";

const recorded = JSON.parse(
  readFileSync(
    new URL("../../../../testing/fixtures/disk/zookeeper-znodes.json", import.meta.url),
    "utf8",
  ),
) as Record<string, { data: string }>;

test("the recorded node of a master is read, and written to the byte", () => {
  const [path, node] = Object.entries(recorded).find(([name]) => name.includes("json.info")) ?? [];
  const member = parseMember(path?.slice("/mesos/".length) ?? "");
  expect(member).toEqual({ name: "json.info_0000000007", label: "json.info", sequence: 7 });
  const info = unwrap(parseMasterInfo(member?.label, Buffer.from(node?.data ?? "")));
  expect(info).toMatchObject({ pid: "master@127.0.0.1:26050", ip: 16777343, version: "1.12.0" });
  expect(renderMasterInfo(info).toString()).toBe(node?.data);
});

it("reads the protobuf of masters before 0.24", () => {
  const info: MasterInfo = { id: "m", ip: 0x0500000a, port: 5050 };
  expect(parseMasterInfo("info", Buffer.from(encode<MasterInfo>(MasterInfo, info)))).toMatchObject({
    value: { ...info, pid: "master@10.0.0.5:5050" },
  });
});

it.each([
  ["json.info", "{", "Failed to parse data into valid JSON: "],
  [
    "json.info",
    "{}",
    "Failed to parse JSON into a valid MasterInfo protocol buffer: Missing required fields: ",
  ],
  ["json.info", "[]", "Failed to parse JSON into a valid MasterInfo protocol buffer: "],
  ["info", "?", "Failed to parse data into MasterInfo: "],
  ["other", "", "Failed to parse data of unknown label 'other'"],
  [undefined, "master@h:1", "Failed to parse data without a label: "],
])("does not take %j with %j for a master", (label, data, error) => {
  const parsed = parseMasterInfo(label, Buffer.from(data));
  expect(parsed.type === "error" && parsed.error).toContain(error);
});

it.each([
  ["0000000006", { label: undefined, sequence: 6 }],
  ["info_0000000001", { label: "info", sequence: 1 }],
  ["a_b_2147483647", { label: "a_b", sequence: 2_147_483_647 }],
  ["json.info_-2147483647", { label: "json.info", sequence: -2_147_483_647 }],
])("takes %s for a member", (name, member) => {
  expect(parseMember(name)).toEqual({ name, ...member });
});

it.each(["log_replicas", "", "json.info_", "x9", "a_2147483648"])("not %j", (name) => {
  expect(parseMember(name)).toBeUndefined();
});
