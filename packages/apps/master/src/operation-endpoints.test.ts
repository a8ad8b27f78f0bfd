import { describe, expect, it } from "vitest";
import { decodeForm } from "./http/form.ts";
import { closeAfterEach, fakeAgent, master, replay } from "./master.test-support.ts";

const MEM = '{"name":"mem","type":"SCALAR","scalar":{"value":64},"role":"dev","reservation":{}}';

describe("forms", () => {
  it.each<[string, [string, string][]]>([
    ["", []],
    [
      "a=1&b=2;c=3",
      [
        ["a", "1"],
        ["b", "2"],
        ["c", "3"],
      ],
    ],
    ["a=1&a=2", [["a", "2"]]],
    ["a", [["a", ""]]],
    ["a=b=c", [["a", "b=c"]]],
    ["a+b=%7B%22x%22%3A+1%7D", [["a b", '{"x": 1}']]],
    ["a=%F0%9F%90%98", [["a", "🐘"]]],
  ])("%j", (body, fields) => {
    expect(decodeForm(body)).toEqual({ type: "ok", value: new Map(fields) });
  });

  it.each([
    ["a=%zz", "Unable to decode query string: Malformed % escape in '%zz': '%zz'"],
    ["a=x%4", "Unable to decode query string: Malformed % escape in 'x%4': '%4'"],
    ["%=1", "Unable to decode query string: Malformed % escape in '%': '%'"],
  ])("%j is refused", (body, error) => {
    expect(decodeForm(body)).toEqual({ type: "error", error });
  });
});

describe("the endpoints of operators", () => {
  closeAfterEach();

  it.each([
    ["/reserve", "a=%", 400, "Unable to decode query string: Malformed % escape in '%': '%'"],
    ["/reserve", "slaveId=x", 400, "Missing 'resources' query parameter in the request body"],
    [
      "/reserve",
      "slaveId=x&resources=[",
      400,
      "Error parsing 'resources' query parameter in the request body: syntax error at line 1 near: ",
    ],
    [
      "/reserve",
      "slaveId=x&resources={}",
      400,
      "Error parsing 'resources' query parameter in the request body: Unexpected JSON type parsed",
    ],
    [
      "/reserve",
      "slaveId=x&resources=[]&source=1",
      400,
      "Error parsing 'source' query parameter in the request body: Unexpected JSON type parsed",
    ],
    [
      "/reserve",
      'slaveId=x&resources=[{"name":"a"}]',
      400,
      "Error parsing 'resources' query parameter in the request body: Missing required fields: type",
    ],
    [
      "/unreserve",
      "slaveId=x&resources=1",
      400,
      "Error in parsing 'resources' query parameter in the request body: Unexpected JSON type parsed",
    ],
    ["/unreserve", "resources=[]", 400, "Missing 'slaveId' query parameter in the request body"],
    ["/create-volumes", "slaveId=x", 400, "Missing 'volumes' query parameter in the request body"],
    [
      "/create-volumes",
      "slaveId=x&volumes=x",
      400,
      "Error in parsing 'volumes' query parameter in the request body: syntax error at line 1 near: x",
    ],
    ["/destroy-volumes", "slaveId=x&volumes=[]", 400, "No agent found with specified ID"],
    ["/destroy-volumes/more", "slaveId=x&volumes=[]", 404, "404 Not Found."],
  ])("%s answers %j", async (path, body, status, text) => {
    const { address } = await master();
    const reply = await post(address, path, body);
    expect(reply).toEqual([status, text]);
  });

  it("do what the calls of the operator API do", async () => {
    const { address } = await master();
    const agent = await fakeAgent(address);
    const ask = (path: string, rest: string) => post(address, path, `slaveId=${agent.id}&${rest}`);
    expect(await ask("/reserve", `resources=[${MEM}]`)).toEqual([202, ""]);
    const moved = MEM.replace('"dev"', '"qa"');
    expect(await ask("/reserve", `resources=[${moved}]&source=[${MEM}]`)).toEqual([202, ""]);
    expect(await ask("/unreserve", `resources=[${MEM}]`)).toEqual([
      409,
      expect.stringContaining("does not contain mem(reservations: [(DYNAMIC,dev)]):64"),
    ]);
    expect(await ask("/unreserve", `resources=[${moved}]`)).toEqual([202, ""]);
  });
});

async function post(address: string, path: string, body: string): Promise<[number, string]> {
  const request = { method: "POST", path, headers: {}, body };
  const reply = await replay(address, { request, status: 0, headers: {} });
  return [reply.status, reply.body.toString()];
}
