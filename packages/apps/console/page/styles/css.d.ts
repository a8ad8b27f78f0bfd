/** Style sheets are bundled; nothing of them is known to the scripts. */
declare module "*.css";
