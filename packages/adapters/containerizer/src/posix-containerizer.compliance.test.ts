import { existsSync } from "node:fs";
import { describeContainerizer } from "./containerizer.compliance.ts";
import { TestMachine } from "./test-machine.ts";

for (const shellPath of ["/bin/dash", "/bin/bash"].filter(existsSync)) {
  describeContainerizer(`processes below ${shellPath}`, () => new TestMachine(shellPath));
}
