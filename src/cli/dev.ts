import { runAstro } from "./child-process.ts";

process.exitCode = await runAstro(["dev", ...process.argv.slice(2)]);
