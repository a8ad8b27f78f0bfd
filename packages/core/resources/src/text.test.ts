import type { Resource } from "@mesos-ts/protos";
import { expect, it } from "vitest";
import { resourceText } from "./text.ts";

const scalar = (more: Partial<Resource>, name = "disk"): Resource => ({
  name,
  type: "SCALAR",
  scalar: { value: 1 },
  ...more,
});
const source = (more: object): Partial<Resource> => ({
  disk: { source: { type: "PATH", ...more } },
});

it.each<[string, Resource]>([
  ["cpus:1", scalar({}, "cpus")],
  ["cpus(allocated: dev):1", scalar({ allocation_info: { role: "dev" } }, "cpus")],
  ["cpus{REV}:1", scalar({ revocable: {} }, "cpus")],
  ["cpus:0.000123456789012346", scalar({ scalar: { value: 0.00012345678901234567 } }, "cpus")],
  ["cpus:nan", scalar({ scalar: { value: Number.NaN } }, "cpus")],
  ["cpus:-inf", scalar({ scalar: { value: Number.NEGATIVE_INFINITY } }, "cpus")],
  [
    "ports:[1-2, 4-4]",
    {
      name: "ports",
      type: "RANGES",
      ranges: {
        range: [
          { begin: 1, end: 2 },
          { begin: 4, end: 4 },
        ],
      },
    },
  ],
  ["zones:{a, b}", { name: "zones", type: "SET", set: { item: ["a", "b"] } }],
  [
    "disk(reservations: [(STATIC,a),(DYNAMIC,a/b,p,{k: v, l})]):1",
    scalar({
      reservations: [
        { type: "STATIC", role: "a" },
        {
          type: "DYNAMIC",
          role: "a/b",
          principal: "p",
          labels: { labels: [{ key: "k", value: "v" }, { key: "l" }] },
        },
      ],
    }),
  ],
  ["disk[PATH]:1", scalar(source({}))],
  ["disk[PATH:/p]:1", scalar(source({ path: { root: "/p" } }))],
  ["disk[MOUNT:/m]:1", scalar(source({ type: "MOUNT", mount: { root: "/m" } }))],
  ["disk[BLOCK]:1", scalar(source({ type: "BLOCK" }))],
  ["disk[RAW(v,i,p)]:1", scalar(source({ type: "RAW", vendor: "v", id: "i", profile: "p" }))],
  ["disk[UNKNOWN]:1", scalar(source({ type: "UNKNOWN", id: "i" }))],
  [
    "disk[PATH:/p,v:data]<SHARED>:1",
    scalar({
      shared: {},
      disk: {
        source: { type: "PATH", path: { root: "/p" } },
        persistence: { id: "v" },
        volume: { container_path: "data", mode: "RW" },
      },
    }),
  ],
  [
    "disk[:/host:data:ro]:1",
    scalar({ disk: { volume: { container_path: "data", host_path: "/host", mode: "RO" } } }),
  ],
])("%s", (text, resource) => expect(resourceText(resource)).toBe(text));
