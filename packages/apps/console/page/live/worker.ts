/** The worker's own file: joins the feed to the page. */
import { Feed, type FeedCommand } from "./feed.ts";

const feed = new Feed((message) => postMessage(message));
addEventListener("message", ({ data }: MessageEvent<FeedCommand>) => feed.obey(data));
