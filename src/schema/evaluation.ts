// Whether checks may be compiled: zod makes functions of text where it may, which strict pages forbid.
import * as z from 'zod';

/** Lets all checks run without making functions of text, as a Content-Security-Policy asks. To be called first. */
export function avoidEvaluation(): void {
  z.config({ jitless: true });
}
