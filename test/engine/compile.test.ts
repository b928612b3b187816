// A rule list that does not cover both schemas exactly is refused by name, before any document is looked at.
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/engine/compile.js';
import { messagesOf } from '../../src/engine/messages.js';
import { RuleListError } from '../../src/engine/plan.js';
import type { Leaf } from '../../src/model/leaf.js';
import type { Rule } from '../../src/model/rule.js';
import { clusterMappings } from '../../src/rules/index.js';
import { compileRules } from '../support/plans.js';

const said = { severity: 'error', text: 'It is odd.', remedy: 'Mend it.' } as const;
const move = makeRule({ id: 'box/size', from: ['size'], to: ['box.size'] });
const drop = makeRule({ id: 'box/colour', kind: 'drop', from: ['colour'] });

describe('a rule list', () => {
  test('that covers both sides is compiled', () => {
    const plan = compileBox([move, drop]);
    expect(plan.steps.map((step) => step.id)).toEqual(['box/size', 'box/colour']);
    expect([...plan.slots.keys()]).toEqual(['box.size']);
  });

  test.each<[string, Rule[], string]>([
    ['leaves a v1 leaf unclaimed', [move], 'colour is claimed by no rule'],
    [
      'claims a v1 leaf twice',
      [move, drop, makeRule({ id: 'box/hue', from: ['colour'] })],
      'colour is claimed by box/colour and box/hue',
    ],
    [
      'leaves a v2 leaf unwritten',
      [makeRule({ id: 'box/all', kind: 'drop', from: ['size', 'colour'] })],
      'box.size is written by no rule',
    ],
    [
      'writes a v2 leaf twice',
      [move, drop, makeRule({ id: 'box/twin', kind: 'supply', to: ['box.size'] })],
      'box.size is written by box/size and box/twin',
    ],
    [
      'claims a v1 path that is not there',
      [move, drop, makeRule({ id: 'box/odd', from: ['weight'] })],
      'v1 has no weight',
    ],
    ['reads a v1 path that is not there', [{ ...move, reads: ['weight'] }, drop], 'v1 has no weight'],
    [
      'writes a v2 path that is not there',
      [move, drop, makeRule({ id: 'box/odd', to: ['box.depth'] })],
      'box/odd: ClusterCreate has no box.depth',
    ],
    [
      'looks at a v2 path that is not there',
      [{ ...move, looks: ['box.depth'] }, drop],
      'box/size: ClusterCreate has no box.depth',
    ],
    [
      'suggests a value for what is no decision of the message',
      [{ ...move, messages: { small: { ...said, suggests: ['box.depth'] } } }, drop],
      'box/size/small suggests box.depth, which is no decision of it',
    ],
    [
      'suggests a value in a message that has no decision',
      [{ ...move, messages: { small: { ...said, severity: 'info', suggests: ['box.size'] } } }, drop],
      'box/size/small suggests box.size, which is no decision of it',
    ],
    [
      'says something of what it only reads',
      [move, drop, makeRule({ id: 'box/look', kind: 'flag', reads: ['size'], messages: { odd: said } })],
      'box/look/odd would have no place, since the rule only reads size',
    ],
    [
      'maps without a claim',
      [move, drop, makeRule({ id: 'box/idle', kind: 'supply', reads: ['size'], map: () => ({}) })],
      'box/idle claims nothing, so its map is never asked',
    ],
  ])('that %s is refused', (_name, rules, message) => {
    expect(() => compileBox(rules)).toThrow(RuleListError);
    expect(() => compileBox(rules)).toThrow(message);
  });

  test('may suggest values for the decisions of its messages', () => {
    const messages = { small: { ...said, suggests: ['box.size'] } };
    const [step] = compileBox([{ ...move, messages }, drop]).steps;
    expect(step?.templates.get('small')?.decision).toEqual(['box.size']);
  });

  test('whose messages are said outside of plans suggests nothing', () => {
    const rule = makeRule({ id: 'box/said', messages: { odd: { ...said, suggests: ['box.size'] } } });
    expect(() => messagesOf(rule)).toThrow('box/said/odd suggests box.size, which is no decision of it');
  });

  test('may claim a container and leave its leaves to others', () => {
    const container = makeRule({ id: 'box/whole', kind: 'flag', from: ['parts'] });
    const left = makeRule({ id: 'box/left', from: ['parts.left'], to: ['box.size'] });
    const leaves = [leaf('parts.left'), leaf('parts.right')];
    const plan = compile([container, left], { ...spec, v1: leaves, outOfBody: [] });
    const owners = [...(plan.root.children?.get('parts')?.children?.values() ?? [])].map((node) => node.owner);
    expect(owners.map((owner) => plan.steps[owner ?? -1]?.id)).toEqual(['box/left', 'box/whole']);
    expect(plan.steps.find((step) => step.id === 'box/whole')?.below).toEqual([owners[0]]);
  });
});

const targets = ['ClusterCreate', 'ClusterEnsure', 'ClusterRead'] as const;

describe('the rules of clusters', () => {
  const ofClusters = clusterMappings.filter(({ targets }) => targets.some((target) => target.startsWith('Cluster')));

  test.each(ofClusters.map((rule) => [rule.id, rule] as const))('are refused without %s', (_id, left) => {
    const rest = clusterMappings.filter((rule) => rule !== left);
    const target = targets.find((name) => left.targets.includes(name)) ?? 'ClusterCreate';
    const isNeeded =
      left.to.length > 0 ||
      left.from.some((path) => !['properties.connections', 'properties.fromBackup'].includes(path));
    const attempt = () => compileRules(rest, target);
    if (isNeeded) expect(attempt).toThrow(RuleListError);
    else expect(attempt).not.toThrow();
  });

  test('are refused twice', () => {
    expect(() => compileRules([...clusterMappings, ...clusterMappings], 'ClusterCreate')).toThrow(RuleListError);
  });
});

const spec = {
  target: 'ClusterCreate',
  v1: [leaf('size'), leaf('colour')],
  v2: [leaf('box.size')],
  v1Prefix: '',
  v2Prefix: '',
  outOfBody: [],
} as const;

function compileBox(rules: readonly Rule[]) {
  return compile(rules, spec);
}

function leaf(path: string): Leaf {
  return { path, type: 'number', takes: ['number'], required: true, requiredInContainer: true, optionalContainers: [] };
}

function makeRule(parts: Partial<Rule>): Rule {
  const texts = { id: 'x/y', kind: 'map', summary: '', evidence: '' } as const;
  return { ...texts, targets: ['ClusterCreate'], from: [], to: [], messages: {}, examples: [], ...parts };
}
