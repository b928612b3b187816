// What `--emit result` writes: a promise to programs that read it, such as engines that load it as a table. Exact: what
// is not named here is not written.
import * as z from 'zod';
import { change, finding, identity } from './report.js';

const place = z
  .strictObject({
    line: z.int().min(1).meta({ description: 'Counted from the line of the document, which is 1.' }),
    column: z.int().min(1).meta({ description: '1-based column, in UTF-16 code units.' }),
    source: z.string().meta({ description: 'Another file of a Terraform module, whose lines are counted.' }).optional(),
  })
  .meta({ description: 'Place in the document; absent when it came without a text.' });

const one = z.strictObject({
  source: z.string().meta({ description: 'Name of the file, `<stdin>`, or what `--source` says.' }),
  line: z
    .int()
    .min(1)
    .meta({ description: '1-based line where the document begins, counted from `--first-line`.' })
    .optional(),
  ...identity,
  request: identity.request.unwrap().strict().optional(),
  document: z.json().meta({ description: 'The v2 document; null and absent where there is none.' }).optional(),
  changes: z
    .array(
      z.strictObject({
        ...change.shape,
        why: change.shape.why
          .meta({ description: 'Why, where it is not what the rule says: `rules --format json`.' })
          .optional(),
        at: place.optional(),
      }),
    )
    .meta({ description: 'What was done; left out by `--omit changes`.' })
    .optional(),
  findings: z
    .array(z.strictObject({ ...finding.shape, at: place.optional() }))
    .meta({ description: 'What a person should know; without infos by `--omit infos`.' }),
});

/** A result: of a document, or of a line that holds a list, with a result for each of its items. */
export const result = one.extend({
  results: z.array(one).meta({ description: 'Of a list on a line: a result for each item, in order.' }).optional(),
});
