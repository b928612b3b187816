// Copies text for people to paste elsewhere.
import { get, make } from './dom.js';

/** A button that copies a text, made when it is pressed. */
export function makeCopyButton(label: string, write: () => string): HTMLButtonElement {
  const button = make('button', { type: 'button' }, label);
  button.addEventListener('click', () => {
    copyText(write()).then(
      () => announce(`${label}: done.`),
      () => announce(`${label}: the browser does not allow it.`),
    );
  });
  return button;
}

async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  // A page from a plain HTTP address has no clipboard of its own.
  const area = make('textarea', { 'aria-label': 'Text to copy' });
  area.value = text;
  document.body.append(area);
  area.select();
  const isDone = document.execCommand('copy');
  area.remove();
  if (!isDone) throw new Error('not allowed');
}

/** Says something to people, those who only listen included. */
export function announce(text: string): void {
  get('said').textContent = text;
}
