import { fileURLToPath } from "node:url";

/** The folder with the built files of the page, as a master serves them at `/`. */
export const pageFolder: string = fileURLToPath(new URL("../dist", import.meta.url));
