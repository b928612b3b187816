// Which versions of Terraform and of IONOS' provider a module takes, and how its text takes the ones that v2 needs.
import { textAt } from '../../../model/path.js';
import { findArgument, findBlocks, literalText } from '../module/blocks.js';
import { listMembers } from '../module/data-files.js';
import type { DataFile, Module } from '../module/module.js';
import type { Attribute, Block, Expression, HclFile } from '../syntax/tree.js';
import type { Edit } from '../write/edits.js';
import { type Fact, placeFact } from './fact.js';
import { judgeConstraints, raiseConstraints } from './versions.js';

/** The oldest versions that will do. */
export interface NeededVersions {
  readonly oldestProvider: string;
  readonly oldestTerraform: string;
}

/** What there is to say of versions, and the edits that raise them. */
export interface Pins {
  readonly facts: readonly Fact[];
  readonly edits: readonly Edit[];
}

const providerSource = /^(?:registry\.(?:terraform\.io|opentofu\.org)\/)?ionos-cloud\/ionoscloud$/i;

/** Looks at what a module says of versions. */
export function judgePins(module: Module, needed: NeededVersions): Pins {
  const pins: Pins[] = [];
  for (const file of module.files)
    for (const block of findBlocks(file.body, 'terraform')) pins.push(judgeSettings(file, block, needed));
  for (const file of module.files)
    for (const block of findBlocks(file.body, 'provider'))
      if (block.labels[0]?.text === 'ionoscloud')
        pins.push(judgeProvider(file, findArgument(block.body, 'version'), needed));
  for (const file of module.data) if (file.kind === 'tf.json') pins.push({ facts: judgeJson(file, needed), edits: [] });
  return { facts: pins.flatMap(({ facts }) => facts), edits: pins.flatMap(({ edits }) => edits) };
}

function judgeSettings(file: HclFile, block: Block, needed: NeededVersions): Pins {
  const required = findArgument(block.body, 'required_version');
  const facts = required ? judgeTerraform(file, required, needed) : [];
  const pins = findBlocks(block.body, 'required_providers').flatMap(({ body }) =>
    body.items.flatMap((item) => (item.kind === 'attribute' && isIonos(item) ? [judgeEntry(file, item, needed)] : [])),
  );
  return { facts: [...facts, ...pins.flatMap((pin) => pin.facts)], edits: pins.flatMap((pin) => pin.edits) };
}

/** By its source, or by its name where none is given. */
function isIonos({ name, value }: Attribute): boolean {
  const source = literalText(findMember(value, 'source'));
  return source === undefined ? name === 'ionoscloud' : providerSource.test(source);
}

function findMember(expression: Expression, name: string): Expression | undefined {
  if (expression.kind !== 'object') return undefined;
  return expression.items.find(({ key }) => (key.kind === 'variable' ? key.name : literalText(key)) === name)?.value;
}

function judgeTerraform(file: HclFile, { value }: Attribute, { oldestTerraform }: NeededVersions): Fact[] {
  const text = literalText(value);
  const verdict = text === undefined ? undefined : judgeConstraints(text, oldestTerraform);
  if (verdict !== 'excluded' && verdict !== 'older') return [];
  const data = { needed: oldestTerraform };
  return [{ code: `terraform/required-version/${verdict}`, data, ...placeFact(file, value.start), clusters: [] }];
}

/** An entry of `required_providers`: an object, or, as in old modules, the version alone. */
function judgeEntry(file: HclFile, entry: Attribute, needed: NeededVersions): Pins {
  const version = entry.value.kind === 'object' ? findMember(entry.value, 'version') : entry.value;
  if (version) return judgeVersion(file, version, needed);
  const data = { needed: needed.oldestProvider };
  const code = 'terraform/provider-version/none';
  return { facts: [{ code, data, ...placeFact(file, entry.start), clusters: [] }], edits: [] };
}

/** `version` in a `provider` block, as in old modules. */
function judgeProvider(file: HclFile, version: Attribute | undefined, needed: NeededVersions): Pins {
  return version ? judgeVersion(file, version.value, needed) : { facts: [], edits: [] };
}

function judgeVersion(file: HclFile, value: Expression, { oldestProvider: needed }: NeededVersions): Pins {
  const text = literalText(value);
  const verdict = text === undefined ? undefined : judgeConstraints(text, needed);
  const where = placeFact(file, value.start);
  if (verdict === 'new') return { facts: [], edits: [] };
  if (text === undefined || verdict === undefined)
    return {
      facts: [{ code: 'terraform/provider-version/unclear', data: { needed }, ...where, clusters: [] }],
      edits: [],
    };
  const raised = raiseConstraints(text, needed);
  const code = `terraform/provider-version/${verdict}`;
  const facts = [{ code, data: { needed, was: text, raised }, ...where, clusters: [] }];
  return { facts, edits: [{ file, start: value.start, end: value.end, text: `"${raised}"` }] };
}

/** JSON is never written, so that a person has to. */
function judgeJson(file: DataFile, { oldestProvider, oldestTerraform }: NeededVersions): Fact[] {
  const facts: Fact[] = [];
  const note = (code: string, pointer: string, needed: string): void => {
    facts.push({ code, data: { needed }, source: file.path, at: file.locate(pointer), clusters: [] });
  };
  for (const { name, value, pointer } of listMembers(file.value, ['terraform']))
    if (
      name === 'required_version' &&
      typeof value === 'string' &&
      judgeConstraints(value, oldestTerraform) === 'excluded'
    )
      note('terraform/required-version/excluded', pointer, oldestTerraform);
  for (const { name, value, pointer } of listMembers(file.value, ['terraform', 'required_providers'])) {
    const source = textAt(value, 'source');
    const version = typeof value === 'string' ? value : textAt(value, 'version');
    const isOurs = source === undefined ? name === 'ionoscloud' : providerSource.test(source);
    if (isOurs && version !== undefined && judgeConstraints(version, oldestProvider) === 'excluded')
      note('terraform/provider-version/json', pointer, oldestProvider);
  }
  return facts;
}
