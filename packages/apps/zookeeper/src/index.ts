export { main } from "./main.ts";
export { type ZooKeeperSettings, zooKeeperSettings } from "./settings.ts";
export { type RunningZooKeeper, startZooKeeper, type ZooKeeperOptions } from "./start-zookeeper.ts";
