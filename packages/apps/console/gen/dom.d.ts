/**
 * Elements, made and kept up to date. Texts become text nodes and attributes are set as
 * attributes: nothing that a framework or a task is called can ever become markup.
 */
export type Child = string | Node | undefined | false;
export type Props = Record<string, string | number | boolean | undefined | ((event: any) => void)>;
export type View = {
    element: HTMLElement;
    update: () => void;
    close?: () => void;
};
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
export declare function h<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, props?: Props, ...children: Child[]): HTMLElementTagNameMap[Tag];
/**
 * Sets a text only if it is another one, so that a selection in it stays.
 *
 * @param {Element} element
 * @param {string} text
 */
export declare function setText(element: Element, text: string): void;
/**
 * @param {Element} element
 * @param {string} name
 * @param {string | undefined} value undefined removes it
 */
export declare function setAttribute(element: Element, name: string, value: string | undefined): void;
/**
 * @param {HTMLElement} element
 * @param {boolean} isShown
 */
export declare function show(element: HTMLElement, isShown: boolean): void;
/**
 * The children of an element, one for each item: kept, moved, made and removed as the items
 * change, so that focus and selection stay where they are.
 *
 * @template Item
 */
export declare class KeyedList<Item> {
    #private;
    /**
     * @param {HTMLElement} parent
     * @param {(item: Item) => string} key
     * @param {(item: Item) => {element: HTMLElement, update: (item: Item) => void}} create
     */
    constructor(parent: HTMLElement, key: (item: Item) => string, create: (item: Item) => {
        element: HTMLElement;
        update: (item: Item) => void;
    });
    /** @param {readonly Item[]} items */
    set(items: readonly Item[]): void;
}
