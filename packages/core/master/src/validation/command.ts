/** CommandInfo, its environment, and secrets. Source: `common::validation`. */
import type { CommandInfo, Environment_Variable, Secret } from "@mesos-ts/protos";

export function validateCommand(command: CommandInfo): string | undefined {
  for (const variable of command.environment?.variables ?? []) {
    const error = validateVariable(variable);
    if (error !== undefined) return error;
  }
  return undefined;
}

/** Rule: a variable has what its type says, and nothing else. */
export function validateVariable(variable: Environment_Variable): string | undefined {
  const type = variable.type ?? "VALUE";
  switch (type) {
    case "SECRET":
      return validateSecretVariable(variable);
    case "VALUE":
      return validateValueVariable(variable);
    case "UNKNOWN":
      return "Environment variable of type 'UNKNOWN' is not allowed";
    default:
      return type satisfies never;
  }
}

function validateValueVariable({ name, value, secret }: Environment_Variable): string | undefined {
  if (value === undefined) {
    return `Environment variable '${name}' of type 'VALUE' must have a value set`;
  }
  return secret === undefined
    ? undefined
    : `Environment variable '${name}' of type 'VALUE' must not have a secret set`;
}

function validateSecretVariable({ name, value, secret }: Environment_Variable): string | undefined {
  if (secret === undefined) {
    return `Environment variable '${name}' of type 'SECRET' must have a secret set`;
  }
  if (value !== undefined) {
    return `Environment variable '${name}' of type 'SECRET' must not have a value set`;
  }
  const error = validateSecret(secret);
  if (error !== undefined) {
    return `Environment variable '${name}' specifies an invalid secret: ${error}`;
  }
  return secret.value?.data.includes(0) === true
    ? `Environment variable '${name}' specifies a secret containing null bytes, which is not allowed in the environment`
    : undefined;
}

/** Rule: a reference or a value, as the type says. */
export function validateSecret({ type, reference, value }: Secret): string | undefined {
  if (type === "REFERENCE") {
    if (reference === undefined) {
      return "Secret of type REFERENCE must have the 'reference' field set";
    }
    return value === undefined
      ? undefined
      : `Secret '${reference.name}' of type REFERENCE must not have the 'value' field set`;
  }
  if (type === "VALUE") {
    if (value === undefined) return "Secret of type VALUE must have the 'value' field set";
    return reference === undefined
      ? undefined
      : "Secret of type VALUE must not have the 'reference' field set";
  }
  return undefined;
}
