/** Tables of live data, which on a narrow screen become lists of cards. */
import { h, KeyedList, setText, show } from "./dom.js";

/** Rows that "Show more" adds. */
const MORE_ROWS = 100;

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
export function dataTable({ label, columns, key, href, rows, empty }) {
  let limit = rows;
  /** @type {readonly Item[]} */
  let items = [];
  const body = h("tbody", { role: "rowgroup" });
  const table = h(
    "table",
    { role: "table", "aria-label": label },
    h(
      "thead",
      { role: "rowgroup" },
      h(
        "tr",
        { role: "row" },
        ...columns.map((column) =>
          h("th", { role: "columnheader", scope: "col", class: column.class }, column.title),
        ),
      ),
    ),
    body,
  );
  const more = h("button", { type: "button", class: "more", onclick: showMore });
  const none = h("div", {});
  const element = h("div", { class: "table" }, table, more, none);
  const list = new KeyedList(body, key, (/** @type {Item} */ item) =>
    tableRow(columns, item, href),
  );

  function showMore() {
    limit += MORE_ROWS;
    update(items);
  }

  /** @param {readonly Item[]} next */
  function update(next) {
    items = next;
    list.set(items.slice(0, limit));
    show(table, items.length > 0);
    show(none, items.length === 0);
    if (items.length === 0) {
      if (none.childElementCount === 0) none.replaceChildren(empty());
    } else none.replaceChildren();
    show(more, items.length > limit);
    const hidden = items.length - limit;
    setText(more, `Show ${Math.min(hidden, MORE_ROWS)} more of ${hidden}`);
  }
  return { element, update };
}

/**
 * @template Item
 * @param {readonly Column<Item>[]} columns
 * @param {Item} first
 * @param {((item: Item) => string) | undefined} href
 */
function tableRow(columns, first, href) {
  let item = first;
  const cells = columns.map((column) => column.cell(first));
  const element = h(
    "tr",
    { role: "row", class: href === undefined ? undefined : "clickable" },
    ...cells.map((cell, i) =>
      h(
        "td",
        { role: "cell", class: columns[i]?.class, "data-title": columns[i]?.title },
        cell.element,
      ),
    ),
  );
  if (href !== undefined) {
    element.addEventListener("click", (event) => {
      const isOwn = event.target instanceof Element && event.target.closest("a, button") !== null;
      const isSelecting = (getSelection()?.toString() ?? "") !== "";
      if (!isOwn && !isSelecting) location.hash = href(item);
    });
  }
  return {
    element,
    /** @param {Item} next */
    update(next) {
      item = next;
      for (const cell of cells) cell.update(item);
    },
  };
}

/**
 * A column of plain text.
 *
 * @template Item
 * @param {string} title
 * @param {(item: Item) => string} text
 * @param {string} [className]
 * @returns {Column<Item>}
 */
export function textColumn(title, text, className) {
  return {
    title,
    ...(className === undefined ? {} : { class: className }),
    cell: () => {
      const element = h("span");
      return { element, update: (item) => setText(element, text(item)) };
    },
  };
}
