import { describe, expect, it } from "vitest";
import { settingsProblem, type ZooKeeperSettings, zooKeeperSettings } from "./settings.ts";

describe("settings", () => {
  it.each<readonly [Partial<ZooKeeperSettings>, string | undefined]>([
    [{}, undefined],
    [{ whitelist: ["ruok", "stat"] }, undefined],
    [{ superDigest: "super:D/InIHSb7yEEbrWz8b9l71RjZJU=" }, undefined],
    [
      { minSessionTimeoutMs: 50_000 },
      "--min_session_timeout must not be longer than --max_session_timeout",
    ],
    [
      { superDigest: "super" },
      "--super_digest must be user:hash, where hash is base 64 of SHA-1 of user:password",
    ],
    [
      { whitelist: ["ruok", "reqs"] },
      '--4lw_commands_whitelist names "reqs"; there are conf, cons, crst, dirs, dump, envi, gtmk, ' +
        "hash, isro, mntr, ruok, srst, srvr, stat, stmk, wchc, wchp, wchs",
    ],
  ])("%j: %s", (given, problem) =>
    expect(settingsProblem(zooKeeperSettings({ dataDir: "/tmp", ...given }))).toBe(problem),
  );

  it("count session timeouts in ticks", () => {
    expect(zooKeeperSettings({ dataDir: "/tmp", tickMs: 100 })).toMatchObject({
      minSessionTimeoutMs: 200,
      maxSessionTimeoutMs: 2_000,
    });
  });
});
