/** Options and arguments of a command: what cannot be understood is answered with what can. */
import { type ParseArgsConfig, parseArgs } from "node:util";
import { proposeName } from "../core/report/near-name.ts";

/** Ends the command with a message for people, without a stack. */
export function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

/**
 * As `parseArgs`, with `--help`; prints the usage and ends the command where options or arguments are not those of the
 * usage.
 *
 * @param usage how the command is called, and on further lines what its options do
 */
export function readArguments<T extends ParseArgsConfig>(
  usage: string,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  const options = { ...config.options, help: { type: "boolean" as const } };
  try {
    const parsed = parseArgs({ ...config, options });
    if ("help" in parsed.values && parsed.values.help === true) {
      console.log(usage);
      process.exit(0);
    }
    return parsed as ReturnType<typeof parseArgs<T>>;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fail(`${error.message.split(". ")[0]}.\n\n${usage}`);
  }
}

/** The value of an option that is one of a few words. */
export function readChoice<T extends string>(
  option: string,
  value: string,
  choices: readonly T[],
): T {
  const choice = choices.find((candidate) => candidate === value);
  if (choice !== undefined) return choice;
  return fail(
    `--${option} ${value} means nothing. ${proposeName(value, choices, `leave --${option} out`)}`,
  );
}
