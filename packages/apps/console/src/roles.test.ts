import { describe, expect, test } from "vitest";
import { dominantShare, NOTHING } from "../page/model/resources.ts";
import { flatten, roleTree } from "../page/model/roles.ts";
import type { WireRole } from "../page/model/wire.ts";
import { recording } from "./recordings.test-support.ts";

const WHOLE = { ...NOTHING, cpus: 10, mem: 100 };
const busy = (name: string, weight: number, cpus = 0): WireRole => ({
  name,
  weight,
  frameworks: [`framework of ${name}`],
  allocated: { cpus },
});

const fair = (roles: readonly WireRole[]): Record<string, number> =>
  Object.fromEntries(
    flatten(roleTree(roles, WHOLE)).map(({ name, fairShare }) => [
      name,
      Math.round(fairShare * 1000) / 1000,
    ]),
  );

describe("roles", () => {
  test("share by weight among those that want something", () => {
    expect(fair([busy("a", 3), busy("b", 1), { name: "idle", weight: 9 }])).toEqual({
      a: 0.75,
      b: 0.25,
      idle: 0,
    });
  });

  test("share what their parent has", () => {
    const roles = [busy("eng/web", 3), busy("eng/data", 1), busy("ops", 1)];
    expect(fair(roles)).toEqual({
      eng: 0.5,
      "eng/data": 0.125,
      "eng/web": 0.375,
      ops: 0.5,
    });
  });

  test("stand below their parents, those that nobody named included", () => {
    const rows = flatten(roleTree([busy("a/b/c", 1), busy("a.b", 1)], WHOLE));
    expect(rows.map(({ name, label, depth }) => `${depth} ${label} ${name}`)).toEqual([
      "0 a a",
      "1 b a/b",
      "2 c a/b/c",
      "0 a.b a.b",
    ]);
  });

  test("hold the part of what they hold most of", () => {
    expect(dominantShare({ ...NOTHING, cpus: 2, mem: 50, gpus: 5 }, WHOLE)).toBe(0.5);
    const [role] = roleTree([busy("a", 1, 4)], WHOLE);
    expect(role?.share).toBe(0.4);
  });

  test("are read as recorded", () => {
    const { json } = recording<{ json: { roles: WireRole[] } }>("master_get_roles_running");
    const [role] = roleTree(json.roles, WHOLE);
    expect(role).toMatchObject({
      name: "dev",
      weight: 1,
      allocated: { cpus: 0.1, mem: 32 },
      consumed: { cpus: 0.1, mem: 32 },
      frameworkIds: ["e7e97cb5-c635-4950-861d-0f63c3d73e11-0000"],
    });
    expect(role?.limit.size).toBe(0);
  });
});
