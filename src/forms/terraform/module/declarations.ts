// What a folder declares: variables, locals, resources, outputs and calls of other modules.
import type { Json } from '../../../model/json.js';
import { textAt, valueAt } from '../../../model/path.js';
import type { Block, HclFile } from '../syntax/tree.js';
import { findArgument, literalBoolean, literalText } from './blocks.js';
import { type GivenValues, listMembers, parseJsonText } from './data-files.js';
import type { DataFile, Given, GivenInFiles, Placed, Variable } from './module.js';
import { isOverride } from './names.js';

const noneGiven: GivenInFiles = { loaded: undefined, named: [] };

/** Declared things by their names. */
export interface Declarations {
  readonly variables: Map<string, Variable>;
  readonly locals: Map<string, Given>;
  readonly resources: Map<string, Placed>;
  readonly outputs: Map<string, Placed>;
  readonly calls: Map<string, Placed>;
}

/** Lists what files of one folder declare. */
export function listDeclarations(
  files: readonly HclFile[],
  data: readonly DataFile[],
  given: GivenValues,
): Declarations {
  const declarations: Declarations = {
    variables: new Map(),
    locals: new Map(),
    resources: new Map(),
    outputs: new Map(),
    calls: new Map(),
  };
  for (const isLater of [false, true]) {
    for (const file of data)
      if (file.kind === 'tf.json' && isOverride(file.path) === isLater) declareJson(file, declarations, given);
    for (const file of files)
      if (isOverride(file.path) === isLater)
        for (const item of file.body.items)
          if (item.kind === 'block') declare({ file, block: item }, declarations, given);
  }
  return declarations;
}

function declare(placed: Placed, declarations: Declarations, given: GivenValues): void {
  const { file, block } = placed;
  const [first, second] = block.labels.map(({ text }) => text);
  if (block.type === 'locals') {
    for (const item of block.body.items)
      if (item.kind === 'attribute')
        declarations.locals.set(item.name, {
          source: file.path,
          at: file.placeAt(item.start),
          value: { expression: item.value },
        });
  }
  if (first === undefined) return;
  if (block.type === 'variable') declareVariable(readVariable(first, placed, given), declarations.variables);
  if (block.type === 'output') declarations.outputs.set(first, placed);
  if (block.type === 'module') declarations.calls.set(first, placed);
  if (second === undefined) return;
  if (block.type === 'resource') declarations.resources.set(`${first}.${second}`, placed);
  if (block.type === 'data') declarations.resources.set(`data.${first}.${second}`, placed);
}

/** What is said later is laid over what was said before, argument by argument. */
function declareVariable(variable: Variable, variables: Map<string, Variable>): void {
  const earlier = variables.get(variable.name);
  variables.set(variable.name, {
    ...variable,
    type: variable.type ?? earlier?.type,
    default: variable.default ?? earlier?.default,
    description: variable.description ?? earlier?.description,
    isSensitive: variable.isSensitive || earlier?.isSensitive === true,
    isNullable: variable.isNullable && earlier?.isNullable !== false,
  });
}

function readVariable(name: string, placed: Placed, given: GivenValues): Variable {
  const { file, block } = placed;
  const { body } = block;
  const standard = findArgument(body, 'default');
  return {
    name,
    placed,
    type: findArgument(body, 'type')?.value,
    default: standard && {
      source: file.path,
      at: file.placeAt(standard.start),
      value: { expression: standard.value },
    },
    description: literalText(findArgument(body, 'description')?.value),
    isSensitive: mayBeSensitive(block),
    isNullable: literalBoolean(findArgument(body, 'nullable')) ?? true,
    given: given.get(name) ?? noneGiven,
  };
}

/** What is not written out as false may hide a secret. */
function mayBeSensitive({ body }: Block): boolean {
  const argument = findArgument(body, 'sensitive');
  return argument !== undefined && literalBoolean(argument) !== false;
}

function declareJson(file: DataFile, { variables, locals }: Declarations, given: GivenValues): void {
  const { path: source, value, locate } = file;
  for (const { name, value: block, pointer } of listMembers(value, ['variable'])) {
    const standard = valueAt(block, ['default']) as Json | undefined;
    const variable: Variable = {
      name,
      placed: undefined,
      type: parseJsonText(valueAt(block, ['type']) as Json | undefined),
      default:
        standard === undefined ? undefined : { source, at: locate(`${pointer}/default`), value: { json: standard } },
      description: textAt(block, 'description'),
      isSensitive: (valueAt(block, ['sensitive']) ?? false) !== false,
      isNullable: valueAt(block, ['nullable']) !== false,
      given: given.get(name) ?? noneGiven,
    };
    declareVariable(variable, variables);
  }
  for (const { name, value: json, pointer } of listMembers(value, ['locals']))
    locals.set(name, { source, at: locate(pointer), value: { json } });
}
