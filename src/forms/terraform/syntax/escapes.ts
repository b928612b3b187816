// Escapes in texts: backslashes in quotes, and `$${` and `%%{` everywhere.

const plain: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
const backslash = /\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{8}|.|$)/gsu;
const highest = 0x10ffff;

/** A text in quotes without its escapes; undefined where one of them is none. */
export function unescapeQuoted(text: string): string | undefined {
  if (!text.includes('\\')) return unescapeTemplate(text);
  let isWrong = false;
  const value = text.replace(backslash, (found) => {
    const sign = found.charAt(1);
    const code = found.length > 2 ? Number.parseInt(found.slice(2), 16) : undefined;
    if (code !== undefined && code <= highest) return String.fromCodePoint(code);
    if (code === undefined && plain[sign] !== undefined) return plain[sign];
    isWrong = true;
    return '';
  });
  return isWrong ? undefined : unescapeTemplate(value);
}

/** A text of a template without `$${` and `%%{`, which stand for what begins with one sign. */
export function unescapeTemplate(text: string): string {
  return text.includes('{') ? text.replace(/\$\$\{|%%\{/g, (found) => found.slice(1)) : text;
}

/** A text as it stands in quotes. */
export function quoteText(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/\$\{|%\{/g, (found) => found.charAt(0) + found);
  return `"${escaped}"`;
}
