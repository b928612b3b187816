// What a person may have meant by a word that is not known.
import leven from 'leven';

/** The known words nearest to a misspelt one, at most three, nearest first. */
export function findNearWords(word: string, known: readonly string[]): string[] {
  return known
    .map((candidate) => ({ candidate, distance: leven(word, candidate) }))
    .filter(({ candidate, distance }) => distance <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
