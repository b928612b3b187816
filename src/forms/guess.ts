// The format of a text that came without a name. Loads no YAML.
import type { Format } from '../model/source.js';

/** Guesses a text's format: JSON, then NDJSON, and YAML for all else. Costs a parse where the text is JSON. */
export function guessFormat(text: string): Format {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (!/^\s*[[{]/.test(body)) return isJson(body) ? 'json' : 'yaml';
  if (isJson(body)) return 'json';
  const [first = '', ...rest] = body.split('\n', 1000).filter((line) => line.trim() !== '');
  return rest.length > 0 && isJson(first) ? 'ndjson' : 'yaml';
}

/** Whether a text without a name is Terraform: it begins as no other form does, and has a resource of the service. */
export function isTerraformText(text: string): boolean {
  return /^\uFEFF?\s*[\w#/]/.test(text) && /^resource\s+"ionoscloud_pg_\w+"\s+"[^"\n]*"\s*\{/m.test(text);
}

/** Whether a text that was guessed to be YAML and is broken is better explained as JSON, as which it begins. */
export function isBetterJson(format: Format, documents: readonly { readonly value: unknown }[], text: string): boolean {
  const isBroken = format === 'yaml' && documents.some(({ value }) => value === undefined);
  return isBroken && /^\uFEFF?\s*(?:\{\s*["}]|\[\s*[[{"\]])/.test(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
