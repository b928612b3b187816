// Copies text for people to paste elsewhere.
import { get, make } from './dom.js';

/** How long a button says that it worked, in milliseconds. */
const feedbackTime = 2_000;

/** A button that copies a text, made when it is pressed. */
export function makeCopyButton(label: string, write: () => string): HTMLButtonElement {
  const button = make('button', { type: 'button', class: 'copy' }, label);
  copyOnClick(button, write);
  return button;
}

/** Lets a button copy a text, and say for a while on itself that it did. */
export function copyOnClick(button: HTMLElement, write: () => string): void {
  const label = button.textContent ?? '';
  let timer = 0;
  const say = (shown: string, said: string) => {
    announce(`${label}: ${said}`);
    button.textContent = shown;
    clearTimeout(timer);
    timer = setTimeout(() => {
      button.textContent = label;
    }, feedbackTime);
  };
  button.addEventListener('click', () => {
    copyText(write()).then(
      () => say('✓ Copied', 'done.'),
      () => say('✗ Not allowed', 'the browser does not allow it.'),
    );
  });
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

/** Says something to people who only listen; others see it where it happened. */
export function announce(text: string): void {
  get('said').textContent = text;
}
