// What could not be written, in words.
import { groupBy } from '../../index.js';

/** So many problems of one reason are told each; more are told as one. */
const fewProblems = 5;
const reasonBegins = ': not written: ';

/** Problems with what could not be written, those of many files told once for each reason. */
export function groupProblems(problems: readonly string[]): string[] {
  const groups = groupBy(problems, (problem) => problem.split(reasonBegins)[1] ?? problem);
  return [...groups].flatMap(([reason, all]) => {
    if (all.length <= fewProblems) return all;
    const names = all.slice(0, fewProblems).map((problem) => problem.split(reasonBegins)[0]);
    return `${all.length} files not written: ${reason}: ${names.join(', ')}, and ${all.length - fewProblems} more`;
  });
}
