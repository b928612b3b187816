// HCL texts as fast-check makes them: expressions of every kind in bodies of every form.
import fc from 'fast-check';

const variable = fc.constantFrom('a', 'var', 'x-y', '_z', 'größe');
const name = fc.constantFrom('a', 'var', 'local', 'x-y', '_z', 'größe', 'for_each', 'true', 'null', 'resource2');
const space = fc.constantFrom('', ' ', '\t', ' /* it */ ', '/**/');
/** Line breaks are spaces in brackets. */
const wide = fc.constantFrom('', ' ', '\n', '\r\n', ' # so\n', ' // so\n', ' /* a\n b */ ');
const plainText = fc.constantFrom(
  '',
  'x',
  'a b',
  '$',
  '%',
  '$$',
  '\\n',
  '\\"',
  '\\u00e9',
  '$${x}',
  '%%{x}',
  'ä',
  '#',
  '//',
  '~',
);
const number = fc.constantFrom('0', '12', '1.5', '1e3', '2E-2', '007', '12345678901234567890');

/** An expression as text. */
export const expression: fc.Arbitrary<string> = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie('expression');
  // What has no name in it is calculated by the oracle's wrapper.
  const named = fc.tuple(variable, inner).map(([root, key]) => `${root}[${key}].b`);
  const list = fc.array(inner, { maxLength: 3 });
  const comma = fc.tuple(wide, wide).map(([before, behind]) => `${before},${behind}`);
  const step = fc.oneof(
    name.map((one) => `.${one}`),
    fc.constantFrom('.0', '[0]', '["k"]', '[*]', '.*', ' . b', '[ 1 ]'),
    inner.map((key) => `[${key}]`),
  );
  const part = fc.oneof(
    plainText,
    fc
      .tuple(named, fc.constantFrom('${', '${~'), fc.constantFrom('}', '~}'))
      .map(([value, open, close]) => open + value + close),
    fc.tuple(named, plainText).map(([value, text]) => `%{ if ${value} }${text}%{ else }y%{ endif ~}`),
    fc.tuple(named, plainText).map(([value, text]) => `%{ for v in ${value} }${text}%{endfor}`),
  );
  const quoted = fc.array(part, { maxLength: 3 }).map((parts) => `"${parts.join('')}"`);
  const heredoc = fc
    .tuple(fc.constantFrom('<<', '<<-'), fc.array(part, { maxLength: 3 }), fc.constantFrom('\n', '\r\n'))
    .map(([sign, parts, eol]) => `${sign}EOT${eol}${parts.map((one) => `  ${one}${eol}`).join('')} EOT\n`);
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      number,
      name,
      quoted,
      fc.tuple(name, fc.array(step, { maxLength: 4 })).map(([root, steps]) => root + steps.join('')),
      fc.tuple(named, wide, step).map(([root, gap, one]) => `(${gap}${root}${gap})${one}`),
      fc
        .tuple(
          named,
          fc.constantFrom('+', '-', '*', '/', '%', '==', '!=', '<', '<=', '>', '>=', '&&', '||'),
          inner,
          space,
        )
        .map(([left, sign, right, gap]) => `${left}${gap}${sign} ${right}`),
      fc.tuple(fc.constantFrom('-', '!', '- '), named).map(([sign, operand]) => sign + operand),
      fc.tuple(named, inner, inner).map(([condition, then, otherwise]) => `${condition} ? ${then} : ${otherwise}`),
      fc
        .tuple(fc.constantFrom('max', 'provider::x::y', 'f '), list, comma, fc.constantFrom('', '...', ','))
        .map(([called, args, sign, end]) => `${called}(${args.join(sign)}${args.length > 0 ? end : ''})`),
      fc.tuple(list, comma, wide).map(([items, sign, gap]) => `[${gap}${items.join(sign)}${gap}]`),
      fc
        .array(
          fc.tuple(
            fc.oneof(
              name,
              quoted,
              named.map((key) => `(${key})`),
            ),
            fc.constantFrom('=', ':', ' = '),
            inner,
          ),
          { maxLength: 3 },
        )
        .chain((items) =>
          fc
            .constantFrom(',', '\n', ' # c\n', ',\n')
            .map((sign) => `{${items.map((one) => one.join('')).join(sign)}\n}`),
        ),
      fc.tuple(named, inner, wide).map(([from, value, gap]) => `[for k,${gap}v in ${from} :${gap}${value} if k]`),
      fc.tuple(named, inner, inner).map(([from, key, value]) => `{for v in ${from} : ${key} => ${value}...}`),
      fc.tuple(heredoc, wide).map(([text, gap]) => `f(${gap}${text})`),
    ),
  };
}).expression;

const label = fc.constantFrom('"x"', 'name', '"a b"', '""');
/** The oracle's wrapper merges blocks of one type, so that each type has its number of labels. */
const head = fc.oneof(
  fc.constant('none'),
  label.map((one) => `single ${one}`),
  fc.tuple(label, label).map(([one, two]) => `double ${one}  ${two}`),
);
const eol = fc.constantFrom('\n', '\r\n', ' # c\n', '\n\n', ' // c\n', ' /* c */\n');

/** A file as text. */
export const file: fc.Arbitrary<string> = fc
  .letrec<{ body: string }>((tie) => ({
    body: fc
      .array(
        fc.oneof(
          { depthSize: 'small' },
          fc.tuple(name, space, expression).map(([one, gap, value]) => `${one}${gap}=${gap}${value}`),
          fc.tuple(head, tie('body')).map(([type, body]) => `${type} {\n${body}}`),
          fc.tuple(head, expression).map(([type, value]) => `${type} { a = ${value} }`),
          fc.constantFrom('none {}', '# only a comment', ''),
        ),
        { maxLength: 4 },
      )
      .chain((items) => eol.map((end) => items.map((item) => item + end).join(''))),
  }))
  .body.chain((text) => fc.constantFrom(text, `\ufeff${text}`));
