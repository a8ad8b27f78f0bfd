import { describe, expect, it } from "vitest";
import { libprocessCompliance } from "./libprocess-compliance.ts";
import { MemoryNetwork } from "./memory-network.ts";

libprocessCompliance("memory", async () => {
  const network = new MemoryNetwork();
  let last = 0;
  const address = () => {
    last += 1;
    return `10.0.0.${last}:5050`;
  };
  return {
    createNode: async () => network.createNode(address()),
    unusedAddress: async () => address(),
    close: async () => {},
  };
});

describe("MemoryNetwork", () => {
  function pair() {
    const tasks: (() => void)[] = [];
    const network = new MemoryNetwork({ schedule: (task) => tasks.push(task) });
    const settle = () => {
      for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) task();
    };
    const a = network.createNode("10.0.0.1:1");
    const b = network.createNode("10.0.0.2:1");
    const seen: string[] = [];
    a.register("a", {
      message: (m) => seen.push(`a:${m.name}`),
      exited: (p) => seen.push(`exit ${p}`),
    });
    b.register("b", { message: (m) => seen.push(`b:${m.name}`), exited: () => {} });
    return { network, settle, a, b, seen };
  }
  const none = Buffer.alloc(0);

  it("moves only when its schedule runs", () => {
    const { settle, a, seen } = pair();
    a.send("a", "b@10.0.0.2:1", "m", none);
    expect(seen).toEqual([]);
    settle();
    expect(seen).toEqual(["b:m"]);
  });

  it("drops what is under way when a cut breaks the connection, and connects after healing", () => {
    const { network, settle, a, seen } = pair();
    a.link("a", "b@10.0.0.2:1");
    settle();
    a.send("a", "b@10.0.0.2:1", "lost", none);
    network.cut("10.0.0.1:1", "10.0.0.2:1");
    settle();
    a.link("a", "b@10.0.0.2:1");
    settle();
    network.heal("10.0.0.1:1", "10.0.0.2:1");
    a.send("a", "b@10.0.0.2:1", "found", none);
    settle();
    expect(seen).toEqual(["exit b@10.0.0.2:1", "exit b@10.0.0.2:1", "b:found"]);
  });

  it("lets an address be used again by a successor", async () => {
    const { network, settle, a, b, seen } = pair();
    await b.close();
    const again = network.createNode("10.0.0.2:1");
    again.register("b", { message: (m) => seen.push(`new:${m.name}`), exited: () => {} });
    a.send("a", "b@10.0.0.2:1", "m", none);
    settle();
    expect(seen).toEqual(["new:m"]);
    expect(() => network.createNode("10.0.0.2:1")).toThrow(/in use/);
  });
});
