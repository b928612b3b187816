// Just enough XML to write it safely.
import { toPrintable } from '../printable.js';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as XML or HTML content or attribute value, on one line, without characters that either forbids. */
export function escapeXml(text: string): string {
  return toPrintable(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Attributes with a leading space each; those without value are left out. */
export function writeAttributes(attributes: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}
