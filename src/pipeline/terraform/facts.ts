// What was found out about a module, as findings.
import { messagesOf } from '../../engine/messages.js';
import type { Fact } from '../../forms/terraform/facts/fact.js';
import type { Finding } from '../../model/finding.js';
import * as rules from '../../rules/terraform/index.js';

const messages = new Map(Object.values(rules).map((rule) => [rule.id, messagesOf(rule)]));

/** The finding of a fact; `source` is the file of the document that it belongs to, so that its place names another one. */
export function describeFact({ code, data, source: file, at }: Fact, source: string): Finding {
  const cut = code.lastIndexOf('/');
  const say = messages.get(code.slice(0, cut));
  if (!say) throw new Error(`No rule has the message ${code}.`);
  const finding = say(code.slice(cut + 1), data);
  if (file === source) return at ? { ...finding, at } : finding;
  return { ...finding, at: { line: 1, column: 1, ...at, source: file } };
}
