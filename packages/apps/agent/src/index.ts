/** The program `mesos-agent`. */

export { type AgentOptions, type RunningAgent, startAgent } from "./start-agent.ts";
