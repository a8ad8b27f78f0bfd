import { Model } from "./model.js";
import { usageOf } from "./overview.js";
export type Context = {
    readonly model: Model;
    readonly usage: () => ReturnType<typeof usageOf>;
};
