/** What the recorded session of quotas and weights did not ask of the endpoints of old. */
import { expect, it } from "vitest";
import { closeAfterEach, get, master, replay } from "./master.test-support.ts";

closeAfterEach();

it("refuses what it cannot read, with the reason", async () => {
  const { address } = await master();
  const ask = async (method: string, path: string, body: string) => {
    const request = { method, path, headers: {}, body };
    const reply = await replay(address, { request, status: 0, headers: {} });
    return [reply.status, reply.body.toString()];
  };
  for (const [method, path, body, status, text] of [
    [
      "POST",
      "/quota",
      "[]",
      400,
      "Failed to parse set quota request JSON '[]': Unexpected JSON type parsed",
    ],
    [
      "POST",
      "/quota",
      '{"force":"yes"}',
      400,
      expect.stringContaining(`Failed to validate set quota request JSON '{"force":"yes"}': `),
    ],
    [
      "DELETE",
      "/quota",
      "",
      400,
      "Failed to parse remove quota request for path '/master/quota': expected 3 tokens, found 2 tokens",
    ],
    [
      "DELETE",
      "/master/quota/a/b",
      "",
      400,
      "Failed to remove quota for path '/master/quota/a/b': Role 'a/b' has no quota set",
    ],
    [
      "PUT",
      "/quota",
      "",
      405,
      "405 Method Not Allowed. Expecting one of { 'GET', 'POST', 'DELETE' }, but received 'PUT'.",
    ],
    [
      "PUT",
      "/weights",
      "x",
      400,
      "Failed to parse update weights request JSON 'x': syntax error at line 1 near: x",
    ],
    [
      "PUT",
      "/weights",
      "{}",
      400,
      "Failed to parse update weights request JSON '{}': Unexpected JSON type parsed",
    ],
    [
      "PUT",
      "/weights",
      '[{"role":"a"}]',
      400,
      expect.stringContaining(
        `Failed to convert weights JSON array to protobuf '[{"role":"a"}]': `,
      ),
    ],
    [
      "POST",
      "/weights",
      "[]",
      405,
      "405 Method Not Allowed. Expecting one of { 'GET', 'PUT' }, but received 'POST'.",
    ],
  ] as const) {
    expect(await ask(method, path, body)).toEqual([status, text]);
  }
  expect((await get(address, "/quota")).body.toString()).toBe("{}");
  expect((await get(address, "/weights?jsonp=cb")).body.toString()).toBe("cb([]);");
});

it("shows the weights of the flag, and keeps them in the registry", async () => {
  const { address } = await master(["--weights=dev=2.5"]);
  expect((await get(address, "/weights")).body.toString()).toBe('[{"weight":2.5,"role":"dev"}]');
  const registry = await get(address, "/registrar(1)/registry");
  expect(JSON.parse(registry.body.toString())).toMatchObject({
    weights: [{ info: { role: "dev", weight: 2.5 } }],
  });
});
