export * from "./contract.ts";
export { createMaster, type Master } from "./master.ts";
