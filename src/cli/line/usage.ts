// Bad usage: told in one sentence with a hint, never with a stack trace.
import leven from 'leven';

const usageErrorName = 'UsageError';

/** Ends the command as bad usage. */
export function failUsage(message: string): never {
  throw Object.assign(new Error(message), { name: usageErrorName });
}

/** Whether something thrown is bad usage rather than a fault of the program. */
export function isUsageError(thrown: unknown): thrown is Error {
  return thrown instanceof Error && thrown.name === usageErrorName;
}

/** Runs a step in which the library judges options, and tells its TypeError as bad usage of the command's option. */
export function checkUsage<T>(step: () => T): T {
  try {
    return step();
  } catch (thrown) {
    if (thrown instanceof TypeError) failUsage(thrown.message.replace(/^options\./gm, '--'));
    throw thrown;
  }
}

/** An option's name as it is written on a command line: `fix-names`. */
export function toKebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Several words of which one is to be chosen: `a, b or c`. */
export function listWords(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** Names the known words nearest to a misspelt one, each after `before`: ` (did you mean --set?)`; empty where none is near. */
export function suggest(word: string, known: readonly string[], before = ''): string {
  const measured = known.map((candidate) => ({ candidate, distance: leven(word, candidate) }));
  const least = Math.min(...measured.map(({ distance }) => distance));
  const near = measured
    .filter(({ candidate, distance }) => distance === least && distance <= Math.max(1, candidate.length / 3))
    .slice(0, 3)
    .map(({ candidate }) => before + candidate);
  return near.length > 0 ? ` (did you mean ${near.join(' or ')}?)` : '';
}
