import { Buffer } from "node:buffer";
import type { RequestOf } from "../protocol/operations.ts";
import type { Id } from "../protocol/records.ts";
import type { CoordinatorConfig } from "./contract.ts";

const NO_BYTES = Buffer.alloc(0);

/** As whom a client is known from now on; nothing if the scheme is unknown. */
export function authenticate(
  request: RequestOf<"auth">,
  address: string,
  { sha1, superDigest }: Pick<CoordinatorConfig, "sha1" | "superDigest">,
): readonly Id[] | undefined {
  if (request.scheme === "ip") return [{ scheme: "ip", id: address }];
  if (request.scheme !== "digest") return undefined;
  const proof = request.auth ?? NO_BYTES;
  const user = proof.toString("utf8").split(":")[0] ?? "";
  const id = `${user}:${sha1(proof)}`;
  const digest = { scheme: "digest", id };
  return id === superDigest ? [{ scheme: "super", id: "" }, digest] : [digest];
}
