/** What the page shows, as the part of its address after `#`. */
export type Route = {
    type: "overview";
} | {
    type: "tasks";
} | {
    type: "agents";
} | {
    type: "frameworks";
} | {
    type: "agent";
    id: string;
} | {
    type: "framework";
    id: string;
} | {
    type: "task";
    frameworkId: string;
    taskId: string;
} | {
    type: "sandbox";
    frameworkId: string;
    taskId: string;
    path: string;
} | {
    type: "unknown";
    hash: string;
};
/**
 * @param {string} hash as in `location.hash`
 * @returns {Route}
 */
export declare function parseRoute(hash: string): Route;
/**
 * @param {Route} route
 * @returns {string} begins with `#`
 */
export declare function formatRoute(route: Route): string;
