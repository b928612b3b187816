// Makes elements. Text only ever becomes text: nothing here reads markup.

/** Attributes of an element; those that are undefined or false are left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
/** What goes into an element. */
export type Content = Node | string;

/** Makes an element with attributes and content. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...content);
  return element;
}

/** The element of the page with an id. It is a mistake of the page when there is none. */
export function get<E extends HTMLElement>(id: string): E {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page lacks #${id}`);
  return element as E;
}

/** A badge: a short word in a colour of its kind. The word says it all, the colour only helps. */
export function makeBadge(kind: string, text = kind): HTMLElement {
  return make('span', { class: `badge ${kind}` }, text);
}
