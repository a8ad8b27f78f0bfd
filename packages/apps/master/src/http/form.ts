import { err, ok, type Result } from "@mesos-ts/base";

export const FORM_MEDIA = "application/x-www-form-urlencoded";

/** The fields of a form, or of a query string. */
export type Form = ReadonlyMap<string, string>;

/**
 * A body like `slaveId=…&resources=[…]`, by libprocess's rules: `;` separates, too; a field that is
 * given twice counts as given last.
 */
export function decodeForm(body: string): Result<Form> {
  const form = new Map<string, string>();
  for (const token of body.split(/[;&]/)) {
    if (token === "") continue;
    const equals = token.indexOf("=");
    const name = decodeText(equals < 0 ? token : token.slice(0, equals));
    const value = decodeText(equals < 0 ? "" : token.slice(equals + 1));
    for (const part of [name, value]) {
      if (part.type === "error") return err(`Unable to decode query string: ${part.error}`);
    }
    if (name.type === "ok" && value.type === "ok") form.set(name.value, value.value);
  }
  return ok(form);
}

function decodeText(text: string): Result<string> {
  const wrong = /%(?![0-9a-fA-F]{2})/.exec(text);
  if (wrong !== null) {
    const sequence = text.slice(wrong.index, wrong.index + 3);
    return err(`Malformed % escape in '${text}': '${sequence}'`);
  }
  return ok(new URLSearchParams(`=${text}`).get("") ?? "");
}
