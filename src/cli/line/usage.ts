// Bad usage: told in one sentence with a hint, never with a stack trace.

const usageErrorName = 'UsageError';

/** Ends the command as bad usage. */
export function failUsage(message: string): never {
  throw Object.assign(new Error(message), { name: usageErrorName });
}

/** Whether something thrown is bad usage rather than a fault of the program. */
export function isUsageError(thrown: unknown): thrown is Error {
  return thrown instanceof Error && thrown.name === usageErrorName;
}

/** Runs a step in which the library judges options, and tells its TypeError as bad usage of the option named. */
export function checkUsage<T>(step: () => T, option?: string): T {
  try {
    return step();
  } catch (thrown) {
    if (thrown instanceof TypeError) failUsage(describe(thrown.message, option));
    throw thrown;
  }
}

/** The library names its own options; here the command's option is named instead. */
function describe(message: string, option: string | undefined): string {
  return option === undefined
    ? message.replace(/^options\./, '--')
    : `${option}: ${message.replace(/^options\.\w+: /, '')}`;
}
