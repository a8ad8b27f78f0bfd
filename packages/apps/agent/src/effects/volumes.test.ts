import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Logger } from "@mesos-ts/runtime";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeVolume, removeVolume, VolumeError } from "./volumes.ts";

let root: string;
let errors: string[];
const logger = { error: (text: string) => errors.push(text) } as unknown as Logger;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "volumes-"));
  errors = [];
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const make = (path: string): void => makeVolume({ type: "make-volume", path });
const remove = (path: string, keepFolder = false): void =>
  removeVolume({ type: "remove-volume", path, keepFolder }, logger);

it("makes a volume with its parents, and leaves what is in it", () => {
  const path = join(root, "volumes/roles/dev web/v");
  make(path);
  writeFileSync(join(path, "file"), "kept");
  make(path);
  expect(readdirSync(path)).toEqual(["file"]);
});

it("removes a volume with all that is in it, there or not", () => {
  const path = join(root, "v");
  make(join(path, "deep"));
  writeFileSync(join(path, "deep/file"), "");
  remove(path);
  remove(path);
  expect(existsSync(path)).toBe(false);
  expect(errors).toEqual([]);
});

it("empties a mount point, and keeps it", () => {
  make(join(root, "deep"));
  writeFileSync(join(root, ".hidden"), "");
  remove(root, true);
  expect(readdirSync(root)).toEqual([]);
});

it("never follows a link out of a volume", () => {
  const outside = join(root, "outside");
  mkdirSync(outside);
  writeFileSync(join(outside, "file"), "");
  const path = join(root, "v");
  make(path);
  symlinkSync(outside, join(path, "link"));
  remove(path);
  expect(readdirSync(outside)).toEqual(["file"]);
});

it("says what is wrong, and what to do", () => {
  writeFileSync(join(root, "file"), "");
  const path = join(root, "file/v");
  expect(() => make(path)).toThrow(VolumeError);
  expect(() => make(path)).toThrow(
    new RegExp(
      `^Failed to create the persistent volume at '${path}': ENOTDIR.*Make its disk writable`,
    ),
  );
  for (const wrong of ["relative/v", `${root}/../v`]) {
    expect(() => make(wrong)).toThrow(/it is not an absolute path without '..'/);
    remove(wrong);
  }
  remove(join(root, "missing"), true);
  expect(errors.map((text) => text.replace(/: .*/, ""))).toEqual([
    "Failed to remove the persistent volume at 'relative/v'",
    `Failed to remove the persistent volume at '${root}/../v'`,
    `Failed to remove the persistent volume at '${root}/missing'`,
  ]);
});
