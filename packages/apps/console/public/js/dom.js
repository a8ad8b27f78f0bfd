/**
 * Elements, made and kept up to date. Texts become text nodes and attributes are set as
 * attributes: nothing that a framework or a task is called can ever become markup.
 */

/**
 * @typedef {string | Node | undefined | false} Child
 * @typedef {Record<string, string | number | boolean | undefined | ((event: any) => void)>} Props
 * @typedef {{element: HTMLElement, update: () => void, close?: () => void}} View
 */

/**
 * An element. A prop whose name begins with `on` is a listener; one that is undefined or false is
 * left out.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Props} [props]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/**
 * Sets a text only if it is another one, so that a selection in it stays.
 *
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string | undefined} value undefined removes it
 */
export function setAttribute(element, name, value) {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * @param {HTMLElement} element
 * @param {boolean} isShown
 */
export function show(element, isShown) {
  if (element.hidden === isShown) element.hidden = !isShown;
}

/**
 * The children of an element, one for each item: kept, moved, made and removed as the items
 * change, so that focus and selection stay where they are.
 *
 * @template Item
 */
export class KeyedList {
  #parent;
  #key;
  #create;
  /** @type {Map<string, {element: HTMLElement, update: (item: Item) => void}>} */
  #rows = new Map();

  /**
   * @param {HTMLElement} parent
   * @param {(item: Item) => string} key
   * @param {(item: Item) => {element: HTMLElement, update: (item: Item) => void}} create
   */
  constructor(parent, key, create) {
    this.#parent = parent;
    this.#key = key;
    this.#create = create;
  }

  /** @param {readonly Item[]} items */
  set(items) {
    const before = this.#rows;
    this.#rows = new Map();
    /** @type {Element | null} */
    let next = this.#parent.firstElementChild;
    for (const item of items) {
      const key = this.#key(item);
      const row = before.get(key) ?? this.#create(item);
      before.delete(key);
      this.#rows.set(key, row);
      row.update(item);
      if (row.element === next) next = next.nextElementSibling;
      else this.#parent.insertBefore(row.element, next);
    }
    for (const { element } of before.values()) element.remove();
  }
}
