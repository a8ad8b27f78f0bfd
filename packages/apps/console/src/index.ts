import { fileURLToPath } from "node:url";

/** The folder with the files of the page, as a master serves them at `/`. */
export const pageFolder: string = fileURLToPath(new URL("../public", import.meta.url));
