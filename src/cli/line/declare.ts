// The sorts of options that the command line has, as yargs declares them.

/** An option that is there or not. */
export function flag(describe: string) {
  return { type: 'boolean', default: false, describe } as const;
}

/** An option with a text. */
export function text(describe: string) {
  return { type: 'string', requiresArg: true, describe } as const;
}

/** An option with one of some words. */
export function choose<const Choices extends readonly string[]>(choices: Choices, describe: string) {
  return { choices, requiresArg: true, describe } as const;
}

/** An option with a text that may be given several times. */
export function repeat(describe: string) {
  return { type: 'string', array: true, requiresArg: true, describe } as const;
}
