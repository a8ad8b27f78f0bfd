export type Column<Item> = {
    title: string;
    class?: string;
    cell: (item: Item) => {
        element: Node;
        update: (item: Item) => void;
    };
};
/**
 * @template Item
 * @typedef {{title: string, class?: string,
 *   cell: (item: Item) => {element: Node, update: (item: Item) => void}}} Column
 */
/**
 * `href`: where a click on a row leads to.
 *
 * @template Item
 * @param {{label: string, columns: readonly Column<Item>[], key: (item: Item) => string,
 *   href?: (item: Item) => string, rows: number, empty: () => Node}} options
 */
export declare function dataTable<Item>({ label, columns, key, href, rows, empty }: {
    label: string;
    columns: readonly Column<Item>[];
    key: (item: Item) => string;
    href?: (item: Item) => string;
    rows: number;
    empty: () => Node;
}): {
    element: HTMLDivElement;
    update: (next: readonly Item[]) => void;
};
/**
 * A column of plain text.
 *
 * @template Item
 * @param {string} title
 * @param {(item: Item) => string} text
 * @param {string} [className]
 * @returns {Column<Item>}
 */
export declare function textColumn<Item>(title: string, text: (item: Item) => string, className?: string): Column<Item>;
