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

/** Runs a step in which the library judges options, and tells its TypeError as bad usage. */
export function checkUsage<T>(step: () => T): T {
  try {
    return step();
  } catch (thrown) {
    if (thrown instanceof TypeError) failUsage(thrown.message);
    throw thrown;
  }
}
