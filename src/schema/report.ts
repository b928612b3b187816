// What the JSON report is: a promise to programs that read it. A change that could break one raises `reportVersion`.
import * as z from 'zod';
import { sections } from '../model/finding.js';

const count = (description: string) => z.int().min(0).meta({ description });
const pointer = (description: string) => z.string().meta({ description });

const severities = z.object({ error: count('Errors.'), warning: count('Warnings.'), info: count('Infos.') });

const place = z
  .object({
    line: z.int().min(1).meta({ description: '1-based line.' }),
    column: z.int().min(1).meta({ description: '1-based column, in UTF-16 code units.' }),
    source: z.string().meta({ description: "Name of the file, where that is not the document's." }).optional(),
  })
  .meta({ description: 'Place in the text of the file; absent when the value came without a text.' });

/** A change, as reports and results tell it. */
export const change = z.object({
  kind: z.enum(['keep', 'map', 'drop', 'supply']).meta({ description: 'What was done to the fields.' }),
  rule: z.string().meta({ description: 'Rule id, `block/field`.' }),
  from: z.array(pointer('JSON Pointer of a v1 field.')),
  to: z.array(pointer('JSON Pointer of a v2 field.')),
  before: z.array(z.json()).meta({ description: 'The v1 values, in the order of `from`; secrets are `[redacted]`.' }),
  after: z.array(z.json()).meta({ description: 'The v2 values, in the order of `to`; secrets are `[redacted]`.' }),
  why: z.string().meta({ description: 'Why, as one sentence.' }),
  at: place.optional(),
});

/** A finding, as results tell it; those of reports have more. */
export const finding = z.object({
  code: z.string().meta({ description: '`block/field/message`.' }),
  rule: z.string().meta({ description: 'Rule id, `block/field`.' }),
  severity: z.enum(['error', 'warning', 'info']).meta({ description: 'How severe it is.' }),
  message: z.string().meta({ description: 'What is the matter, as one sentence.' }),
  remedy: z.string().meta({ description: 'What to do next; empty for an info that asks for nothing.' }),
  from: pointer('JSON Pointer of the place in the v1 document.').optional(),
  to: pointer('JSON Pointer of the place in the v2 document.').optional(),
  value: z.json().meta({ description: 'The v1 value at `from`; never a secret.' }).optional(),
  decision: z.array(z.string()).meta({ description: 'Dotted v2 paths whose value would settle it.' }).optional(),
  settle: z.enum(['set', 'override']).meta({ description: 'The option that supplies the decision.' }).optional(),
  section: z
    .enum(sections)
    .meta({ description: 'The widest section of a decisions file that would settle it.' })
    .optional(),
  key: z.string().meta({ description: 'What a map of decisions calls the v1 value.' }).optional(),
  choices: z
    .record(z.string(), z.array(z.json()))
    .meta({ description: 'Values of which one is to be chosen, by dotted v2 path.' })
    .optional(),
  suggestion: z.record(z.string(), z.json()).meta({ description: 'Proposed values by dotted v2 path.' }).optional(),
  at: place.optional(),
  there: z
    .object({
      source: z.string().meta({ description: 'Name of its file.' }),
      path: z.string().meta({ description: 'Path of its file.' }),
      at: place.optional(),
    })
    .meta({ description: 'Where the v2 document of a comparison says it.' })
    .optional(),
});

const reportFinding = finding.extend({
  fingerprint: z.string().meta({ description: 'The same in every run, wherever lines moved.' }),
  path: z.string().meta({ description: "Path of the file of `at`, where that is not the document's." }).optional(),
  isNew: z.boolean().meta({ description: 'Whether the earlier report (`--baseline`) lacks it.' }).optional(),
});

/** What a document is known by, and what became of it. */
export const identity = {
  address: z.string().meta({ description: 'Address of the cluster in Terraform.' }).optional(),
  kind: z.string().meta({ description: 'What the document was recognised as.' }),
  target: z.string().meta({ description: 'The v2 shape it was translated to.' }).optional(),
  status: z
    .enum(['ready', 'review', 'blocked', 'skipped', 'unreadable'])
    .meta({ description: 'Nothing to check, a warning, an error, nothing to translate, or no document at all.' }),
  name: z.string().meta({ description: 'Name of the cluster in v1.' }).optional(),
  id: z.string().meta({ description: 'Id of the cluster.' }).optional(),
  digest: z.string().meta({ description: 'What a document without an id is known by.' }).optional(),
  location: z.string().meta({ description: 'v1 location, such as `de/fra`.' }).optional(),
  request: z
    .object({
      method: z.enum(['POST', 'PUT', 'GET', 'DELETE']).meta({ description: 'Method of HTTP.' }),
      url: z.string().meta({ description: 'Where it goes.' }),
    })
    .meta({ description: 'The request that sends the v2 document.' })
    .optional(),
};

const comment = z.object({
  path: pointer('JSON Pointer of the v1 field it belongs to; empty for the document.'),
  position: z.enum(['before', 'line', 'after']),
  text: z.string().meta({ description: 'The text without `#`; `[redacted]` beside credentials.' }),
  at: place,
});

const entry = z.object({
  source: z.string().meta({ description: 'Name of the file, or `<stdin>`.' }),
  index: count('0-based position of the document in its file.'),
  pointer: pointer('JSON Pointer of the document in its file; absent for a whole text.').optional(),
  ...identity,
  changes: z.array(change),
  findings: z.array(reportFinding),
  strandedComments: z.array(comment).meta({ description: 'Comments that found no place in the v2 document.' }),
});

/** The JSON report of `audit`, `diff` and `--report FILE.json`. */
export const report = z.object({
  reportVersion: z.literal(1),
  tool: z.object({ name: z.string(), version: z.string().optional() }),
  summary: z.object({
    documents: count('Number of documents.'),
    statuses: z.object({
      ready: count('Translated, nothing to check.'),
      review: count('Translated, with a warning.'),
      blocked: count('Not translated: an error stands in the way.'),
      skipped: count('Nothing to translate.'),
      unreadable: count('No document could be made of the bytes.'),
    }),
    findings: severities,
    newFindings: severities.meta({ description: 'Findings that the earlier report (`--baseline`) lacks.' }).optional(),
  }),
  entries: z.array(entry).meta({ description: 'One for each document, in the order of the input.' }),
  run: z.array(reportFinding).meta({ description: 'What there is to say of the run beside its documents.' }),
  rules: z
    .array(z.object({ id: z.string(), summary: z.string(), explained: z.string() }))
    .meta({ description: 'The rules that changes and findings name.' }),
});

/** The JSON report. */
export type Report = z.infer<typeof report>;
