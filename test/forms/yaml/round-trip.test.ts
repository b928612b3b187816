// Reading, writing and reading again: the value and every comment must survive, whatever the text.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readYaml } from '../../../src/forms/yaml/read.js';
import { renderYaml } from '../../../src/forms/yaml/write-value.js';
import type { Comment } from '../../../src/model/comment.js';
import { yamlText } from './arbitrary.js';

test('values and comments survive a round trip', () => {
  fc.assert(
    fc.property(yamlText(), (text) => {
      for (const document of readYaml(text)) {
        if (document.value === undefined) continue;
        const comments = document.comments().map((comment) => ({ ...comment, to: comment.path }));
        const rendered = renderYaml(document.value, comments, { ...document.style, finalNewline: true });
        const [again, ...rest] = readYaml(rendered);
        expect(rest).toEqual([]);
        expect(again?.value).toEqual(document.value);
        expect(listLines(again?.comments() ?? [])).toEqual(listLines(comments));
      }
    }),
    { numRuns: 1000 },
  );
});

/** The lines of all comments, sorted, as they can be written: white space at the end and empty lines do not count. */
function listLines(comments: readonly Comment[]): string[] {
  return comments
    .flatMap(({ text }) => text.split('\n'))
    .map((line) => line.replace(/[^\t\x20-\x7e\xa0-\ufefe\uff00-\ufffd]/g, '\uFFFD').trimEnd())
    .filter((line) => line !== '')
    .sort();
}
