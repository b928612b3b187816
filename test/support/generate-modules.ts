// Generated Terraform modules: the blocks of whole v1 clusters in many styles, with comments everywhere and text around.
import fc from 'fast-check';
import { quoteText } from '../../src/forms/terraform/syntax/escapes.js';
import type { Draft } from './base.js';
import { bares } from './generate.js';

/** A module of one file, and what its cluster is as a payload. */
export interface GeneratedModule {
  readonly properties: Draft;
  readonly text: string;
  /** What stands above the cluster and below it. */
  readonly above: string;
  readonly below: string;
  /** The text of every comment in the block. */
  readonly comments: readonly string[];
}

/** How a value is written, and what stands around it. */
interface Style {
  readonly value: 'literal' | 'variable' | 'local' | 'brackets' | 'choice' | 'product';
  readonly before: boolean;
  readonly behind: '' | '#' | '//' | '/*';
  readonly isApart: boolean;
  readonly space: '' | ' ' | '   ';
}

const style: fc.Arbitrary<Style> = fc.record({
  value: fc.constantFrom('literal', 'literal', 'literal', 'variable', 'local', 'brackets', 'choice', 'product'),
  before: fc.boolean(),
  behind: fc.constantFrom('', '', '#', '//', '/*'),
  isApart: fc.boolean(),
  space: fc.constantFrom('', ' ', '   '),
});

const surroundings = fc.constantFrom(
  '# nothing\n\n',
  'variable   "odd" {default=1}\n\n',
  'locals{\n\ta=1 # x\n  bb =  "ionoscloud_pg_cluster.main.ram"\n}\n\n',
  'resource "other" "thing" {\n  text = <<EOT\nresource "ionoscloud_pg_cluster" "main" {\nEOT\n}\n\n',
);

/** Modules with one cluster, some of its values expressions that tell what they give. */
export const modules: fc.Arbitrary<GeneratedModule> = fc
  .record({
    properties: bares,
    styles: fc.array(style, { minLength: 40, maxLength: 40 }),
    above: surroundings,
    below: surroundings,
    order: fc.nat({ max: 20 }),
  })
  .map(
    ({ properties, styles, above, below, order }) =>
      new Map(Object.entries({ properties, styles, above, below, order })),
  )
  .map((parts) => writeModule(parts.get('properties') as Draft, parts.get('styles') as Style[], parts));

/** Only literals, with comments. */
export const literalModules: fc.Arbitrary<GeneratedModule> = fc
  .record({ properties: bares, styles: fc.array(style, { minLength: 40, maxLength: 40 }), above: surroundings })
  .map(({ properties, styles, above }) =>
    writeModule(
      properties,
      styles.map((one) => ({ ...one, value: 'literal' as const })),
      new Map(Object.entries({ above, below: above, order: 0 })),
    ),
  );

interface Writing {
  readonly styles: readonly Style[];
  readonly comments: string[];
  readonly declared: string[];
  at: number;
}

function writeModule(
  properties: Draft,
  styles: readonly Style[],
  parts: ReadonlyMap<string, unknown>,
): GeneratedModule {
  const writing: Writing = { styles, comments: [], declared: [], at: 0 };
  const rows = Object.entries(properties).map(([name, value]) => writeMember(name, value, writing));
  const turn = Number(parts.get('order')) % Math.max(rows.length, 1);
  const body = [...rows.slice(turn), ...rows.slice(0, turn)].filter((row) => row !== '');
  const block = `resource "ionoscloud_pg_cluster" "main" {\n${body.join('\n')}\n}\n`;
  const above = `${parts.get('above')}${writing.declared.join('')}`;
  const below = `\n${parts.get('below')}`;
  return { properties, text: above + block + below, above, below, comments: writing.comments };
}

function writeMember(name: string, value: unknown, writing: Writing): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item) => writeMember(name, item, writing)).join('\n');
  const argument = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const own = nextStyle(writing);
  const head = [...(own.isApart ? [''] : []), ...(own.before ? [comment('#', writing)] : [])];
  if (typeof value === 'object') {
    const rows = Object.entries(value).map(([key, member]) => writeMember(key, member, writing));
    const opening = own.behind === '#' ? ` ${comment('#', writing)}` : '';
    return [...head, `${argument} {${opening}`, ...rows.filter((row) => row !== ''), `}${behind(own, writing)}`].join(
      '\n',
    );
  }
  const text = writeValue(value as string | number | boolean, own, writing);
  return [...head, `${argument}${own.space}=${own.space}${text}${behind(own, writing)}`].join('\n');
}

function nextStyle(writing: Writing): Style {
  const own = writing.styles[writing.at % writing.styles.length] as Style;
  writing.at += 1;
  return own;
}

function behind({ behind: sign }: Style, writing: Writing): string {
  return sign === '' ? '' : ` ${comment(sign, writing)}`;
}

function comment(sign: '#' | '//' | '/*', { comments }: Writing): string {
  const text = ` note ${comments.length} `;
  comments.push(text);
  return `${sign}${text}${sign === '/*' ? '*/' : ''}`;
}

function writeValue(value: string | number | boolean, { value: kind }: Style, writing: Writing): string {
  const literal = typeof value === 'string' ? quoteText(value) : String(value);
  const name = `given_${writing.declared.length}`;
  if (kind === 'variable') {
    writing.declared.push(`variable "${name}" {\n  default = ${literal}\n}\n\n`);
    return `var.${name}`;
  }
  if (kind === 'local') {
    writing.declared.push(`locals {\n  ${name} = ${literal}\n}\n\n`);
    return `local.${name}`;
  }
  if (kind === 'product' && typeof value === 'number' && value % 1024 === 0) return `${value / 1024} * 1024`;
  if (kind === 'choice') return `1 > 0 ? ${literal} : ${literal}`;
  return kind === 'brackets' ? `(${literal})` : literal;
}
