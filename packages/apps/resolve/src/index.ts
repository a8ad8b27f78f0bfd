export { main } from "./main.ts";
export { resolveMaster } from "./resolve-master.ts";
