import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import protobuf from "protobufjs";

/** A message or enum of the schema, with the file it stands in and its name in TypeScript. */
export interface Declared {
  readonly node: protobuf.Type | protobuf.Enum;
  /** The schema file without its ending, e.g. `v1/mesos`. */
  readonly file: string;
  /** `Offer.Operation.Launch` of package `mesos.v1` is `Offer_Operation_Launch`. */
  readonly tsName: string;
  readonly fullName: string;
}

export interface Schema {
  /** Files in dependency order: a file comes after the ones that it imports. */
  readonly files: readonly string[];
  readonly declared: ReadonlyMap<string, Declared>;
  readonly root: protobuf.Root;
}

/** Reads every `.proto` file below `folder`. */
export function loadSchema(folder: string): Schema {
  const root = new protobuf.Root();
  const declared = new Map<string, Declared>();
  const imports = new Map<string, string[]>();
  for (const path of protoFiles(folder)) {
    const file = relative(folder, path).replace(/\.proto$/, "");
    if (file === "options") continue;
    const source = readFileSync(path, "utf8");
    const before = new Set(allNodes(root));
    const parsed = protobuf.parse(source, root, { keepCase: true, preferTrailingComment: false });
    imports.set(
      file,
      (parsed.imports ?? []).map((name) => name.replace(/\.proto$/, "")),
    );
    for (const node of allNodes(root)) {
      if (before.has(node)) continue;
      const fullName = node.fullName.slice(1);
      const local = fullName.slice((parsed.package ?? "").length + 1);
      declared.set(fullName, { node, file, tsName: local.replaceAll(".", "_"), fullName });
    }
  }
  root.resolveAll();
  return { files: inOrder(imports), declared, root };
}

function protoFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".proto"))
    .sort()
    .map((name) => join(folder, name));
}

function allNodes(space: protobuf.NamespaceBase): (protobuf.Type | protobuf.Enum)[] {
  const nodes: (protobuf.Type | protobuf.Enum)[] = [];
  for (const child of space.nestedArray) {
    if (child instanceof protobuf.Type || child instanceof protobuf.Enum) nodes.push(child);
    if (child instanceof protobuf.Namespace) nodes.push(...allNodes(child));
  }
  return nodes;
}

function inOrder(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) throw new Error(`import cycle: ${[...path, file].join(" -> ")}`);
    if (done.includes(file) || !imports.has(file)) return;
    for (const other of imports.get(file) ?? []) visit(other, [...path, file]);
    done.push(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return done;
}
