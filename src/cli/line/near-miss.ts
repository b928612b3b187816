// What a person may have meant by a word that is not known.
import leven from 'leven';

/** The known words nearest to a misspelt one: those that no other is nearer than, at most three. */
export function findNearWords(word: string, known: readonly string[]): string[] {
  const measured = known.map((candidate) => ({ candidate, distance: leven(word, candidate) }));
  const least = Math.min(...measured.map(({ distance }) => distance));
  return measured
    .filter(({ candidate, distance }) => distance === least && distance <= Math.max(1, candidate.length / 3))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
