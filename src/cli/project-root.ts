import { resolve } from "node:path";

/** The folder that holds package.json, wherever a command is called from. */
export const projectRoot: string = resolve(import.meta.dirname, "../..");
