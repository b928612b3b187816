// Words that give a secret away: what a comment may hold that was a field once, `# password: old`.

const secretWord = /(?:pass(?:word|wd|phrase)?|secret|token|api[-_ ]?key|authorization)\b["']?\s*[:=]/i;

/** Whether a comment seems to hold a secret. */
export function mentionsSecret(text: string): boolean {
  return secretWord.test(text);
}
