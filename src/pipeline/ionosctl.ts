// Calls of ionosctl in shell scripts: each that asks v1 of the API is told with the call of v2 that takes its place.
import { messagesOf } from '../engine/messages.js';
import { facts } from '../facts/index.js';
import { listCalls, type ShellCall, type ShellWord } from '../forms/shell/read.js';
import { createPlaceAt } from '../forms/text/lines.js';
import { detectJsonStyle } from '../forms/text/style.js';
import type { Unplaced } from '../model/finding.js';
import { redacted } from '../model/json.js';
import { isSecretName } from '../model/secret.js';
import type { AnyTranslation } from '../model/translation.js';
import { documentIonosctl } from '../rules/index.js';

const scriptFinding = messagesOf(documentIonosctl);
const { ionosctl, limits } = facts;
const program = 'ionosctl dbaas';

/** What is said of a script: a skipped document for each call that asks v1. */
export function describeScript(script: string): AnyTranslation[] {
  const placeAt = createPlaceAt(script);
  const style = detectJsonStyle(script);
  return listCalls(script, 'ionosctl').flatMap((call): AnyTranslation[] => {
    const findings = describeCall(call);
    if (findings.length === 0) return [];
    const at = placeAt(call.offset);
    const { line } = at;
    const shared = { problems: [], text: '', style, value: null, line };
    const source = {
      ...shared,
      format: 'shell',
      locate: () => at,
      written: () => undefined,
      comments: () => [],
    } as const;
    const placed = findings.map((finding) => ({ ...finding, at }));
    return [{ kind: 'unknown', status: 'skipped', changes: [], findings: placed, source: () => source }];
  });
}

function describeCall({ words }: ShellCall): Unplaced[] {
  const first = words.findIndex(({ raw }) => raw.startsWith('-'));
  const path = words.slice(0, first === -1 ? undefined : first).map(({ value = '' }) => value);
  const [family = '', tool = '', noun = '', verb = ''] = path;
  if (!/^(?:dbaas|db)$/.test(family) || !ionosctl.v1.has(tool)) return [];
  const command = path.join(' ');
  const [thing, deed] = [ionosctl.nouns.get(noun), ionosctl.verbs.get(verb)];
  if (thing === undefined || deed === undefined) return [scriptFinding('no-command', { command }, { from: '' })];
  const flags = readFlags(words.slice(path.length));
  const required = thing === 'cluster' ? (ionosctl.required[deed] ?? ['location']) : ['location'];
  const line = [
    `${program} ${ionosctl.v2} ${thing} ${deed}`,
    ...flags.flatMap(writeFlag),
    ...required
      .filter((name) => !flags.some((flag) => flag.name === name))
      .map((name) => `--${name} ${name.toUpperCase()}`),
    ...(deed === 'create' ? ionosctl.kept : []),
  ].join(' ');
  const odd = flags.flatMap(({ name, word }) => {
    const isOdd = ionosctl.sizes.has(name) && word?.value !== undefined && toGb(name, word.value) === undefined;
    return isOdd ? [scriptFinding('sized', { flag: name, value: word.value ?? '' }, { from: '' })] : [];
  });
  return [scriptFinding('replaced', { command, line }, { from: '' }), ...odd];
}

interface Flag {
  /** Its long name. */
  readonly name: string;
  /** Its value; absent for a switch. */
  readonly word: ShellWord | undefined;
}

function readFlags(words: readonly ShellWord[]): Flag[] {
  const flags: Flag[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const { raw } = words[at] as ShellWord;
    const [, long, short, joined] = /^(?:--([\w-]+)|-(\w))(?:=?([\s\S]+))?$/.exec(raw) ?? [];
    if (long === undefined && short === undefined) continue;
    const name = long ?? ionosctl.short.get(short ?? '') ?? short ?? '';
    if (ionosctl.switches.has(name)) flags.push({ name, word: undefined });
    else if (joined !== undefined)
      flags.push({ name, word: { raw: joined, value: /["'$`\\]/.test(joined) ? undefined : joined } });
    else {
      const next = words[at + 1];
      const takes = next !== undefined && !next.raw.startsWith('-');
      flags.push({ name, word: takes ? next : undefined });
      if (takes) at += 1;
    }
  }
  return flags;
}

function writeFlag({ name, word }: Flag): string[] {
  if (ionosctl.gone.has(name)) return [];
  const dashed = `${name.length === 1 ? '-' : '--'}${ionosctl.renamed.get(name) ?? name}`;
  return [word === undefined ? dashed : `${dashed} ${writeValue(name, word)}`];
}

/** The value of a flag for v2. A password that is written out is not repeated. */
function writeValue(name: string, { raw, value }: ShellWord): string {
  if (isSecretName(name)) return value === undefined && /^"?\$\{?\w+\}?"?$/.test(raw) ? raw : redacted;
  if (name === 'sync' && value?.toUpperCase() === 'SYNCHRONOUS') return 'ASYNCHRONOUS';
  if (!ionosctl.sizes.has(name)) return raw;
  if (value !== undefined) return toGb(name, value) ?? name.toUpperCase();
  // A variable holds what it held: a number of MB, which the unit says.
  const variable = /^"?\$\{?(\w+)\}?"?$/.exec(raw)?.[1];
  return variable === undefined ? name.toUpperCase() : `"\${${variable}}MB"`;
}

/** A size as v2 takes it, disks rounded up; undefined where memory is no whole number of GB, or nothing is told. */
function toGb(name: string, value: string): string | undefined {
  const [, digits, unit = ''] = /^(\d{1,15})\s*([A-Za-z]*)$/.exec(value) ?? [];
  if (digits === undefined) return undefined;
  const word = unit.toUpperCase();
  if (word === 'GB' || word === 'TB') return `${digits}${word}`;
  if (word !== '' && word !== 'MB') return undefined;
  const size = Number(digits) / limits.mbPerGb;
  if (name === 'ram' && !Number.isInteger(size)) return undefined;
  return `${Math.ceil(size)}GB`;
}
