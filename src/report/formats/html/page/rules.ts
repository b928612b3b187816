// The page of all rules: people search it, and see how many rules are left.
import { get } from './dom.js';

openRules();

/** Lets people search the rules. */
function openRules(): void {
  const search = get<HTMLInputElement>('search');
  get('filters').hidden = false;
  const rules = [...document.querySelectorAll<HTMLElement>('#rules details')];
  const texts = rules.map((rule) => (rule.textContent ?? '').toLowerCase());
  search.addEventListener('input', show);
  show();

  function show(): void {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const [index, rule] of rules.entries()) {
      const isShown = words.every((word) => texts[index]?.includes(word));
      rule.hidden = !isShown;
      const link = document.querySelector<HTMLElement>(`nav a[href="#${rule.id}"]`);
      if (link?.parentElement) link.parentElement.hidden = !isShown;
      count += Number(isShown);
    }
    get('count').textContent = `${count} of ${rules.length} rules`;
  }
}
