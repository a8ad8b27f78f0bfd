import { createHash, createHmac, randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PASSWORD_BYTES } from "@mesos-ts/zookeeper";

const SECRET_BYTES = 32;
const FILE = "session-secret";

/** The secret from which the passwords of sessions are made; it stays with the data. */
export async function sessionSecret(folder: string): Promise<Buffer> {
  const path = join(folder, FILE);
  try {
    const secret = Buffer.from(await readFile(path, "utf8"), "hex");
    // A start that was cut short may have left less: there were no sessions yet.
    if (secret.length === SECRET_BYTES) return secret;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ENOENT") throw cause;
  }
  const secret = randomBytes(SECRET_BYTES);
  await writeFile(path, secret.toString("hex"), { mode: 0o600, flush: true });
  return secret;
}

/** The password of a session: whoever has it may go on with the session. */
export function sessionPassword(secret: Buffer, session: bigint): Buffer {
  const id = Buffer.alloc(8);
  id.writeBigInt64BE(session);
  return createHmac("sha256", secret).update(id).digest().subarray(0, PASSWORD_BYTES);
}

export function sha1(bytes: Buffer): string {
  return createHash("sha1").update(bytes).digest("base64");
}
