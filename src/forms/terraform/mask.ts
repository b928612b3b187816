// Where a Terraform text may hold a secret, so that it can be shown without it.
import { isSecretName, mentionsSecret } from '../../model/secret.js';
import { listChildren } from './syntax/children.js';
import type { Range } from './syntax/expressions.js';
import { parseHcl } from './syntax/parse.js';
import type { Attribute, Block, Expression } from './syntax/tree.js';

/**
 * The texts that may be secrets: what is written out for an argument or a variable that is called like one or is said to be
 * sensitive, and comments that mention one. In the order of the text; undefined where it cannot be read.
 */
export function listSecretRanges(script: string): Range[] | undefined {
  const { body, comments, text, problems } = parseHcl('', script);
  if (problems.some(({ severity }) => severity === 'error')) return undefined;
  const told = body.items.flatMap((item) => listInItem(item, false));
  const mentioned = comments.filter(({ start, end }) => mentionsSecret(text.slice(start, end)));
  return [...told, ...mentioned.map(({ start, end }) => ({ start, end }))].sort((a, b) => a.start - b.start);
}

function listInItem(item: Attribute | Block, isSecret: boolean): Range[] {
  if (item.kind === 'attribute') return listInExpression(item.value, isSecret || isSecretArgument(item.name));
  const isSensitive = item.type === 'variable' && isSensitiveVariable(item);
  return item.body.items.flatMap((member) => {
    if (member.kind === 'attribute' && member.name === 'description') return [];
    return listInItem(member, isSecret || isSensitive);
  });
}

function isSensitiveVariable({ labels, body }: Block): boolean {
  const isSaid = body.items.some(
    (item) =>
      item.kind === 'attribute' && item.name === 'sensitive' && item.value.kind === 'literal' && item.value.value,
  );
  return isSaid || labels.some(({ text }) => isSecretName(text));
}

/** Whether an argument is called like a secret. What stands among credentials is told by its own name. */
function isSecretArgument(name: string): boolean {
  return isSecretName(name) && name !== 'credentials' && name !== 'password_version';
}

/** The texts that are written out in an expression; what they are put together with is no secret by itself. */
function listInExpression(expression: Expression, isSecret: boolean): Range[] {
  if (expression.kind === 'object')
    return expression.items.flatMap(({ key, value }) => listInMember(key, value, isSecret));
  const own = isSecret && expression.kind === 'template' ? expression.parts.filter(({ kind }) => kind === 'text') : [];
  return [...own, ...listChildren(expression).flatMap((child) => listInExpression(child, isSecret))];
}

function listInMember(key: Expression, value: Expression, isSecret: boolean): Range[] {
  const name = key.kind === 'variable' ? key.name : key.kind === 'template' ? nameOf(key) : '';
  return listInExpression(value, isSecret || isSecretArgument(name));
}

function nameOf({ parts }: Extract<Expression, { kind: 'template' }>): string {
  return parts.map((part) => (part.kind === 'text' ? part.value : '')).join('');
}
