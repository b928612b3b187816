// How the command uses memory.
import { setFlagsFromString } from 'node:v8';

/**
 * Keeps what is made for one document among the young objects; to be called before the values for clusters are read.
 *
 * V8 watches which lines of code make objects that live long, and from then on places all that they make among the old
 * ones. What a start makes (plans, decisions) lives, so lines that serve every document later were judged by it: a
 * megabyte of dead objects was then carried through each small collection of garbage, and a stream with 5,000 decided
 * clusters ran a quarter slower. The flag is a hint to the collector and changes no result; an engine without it says so
 * on standard error and goes on.
 */
export function keepHeapYoung(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
