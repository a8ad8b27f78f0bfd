export { main } from "./main.ts";
export { type MasterOptions, type RunningMaster, startMaster } from "./start-master.ts";
