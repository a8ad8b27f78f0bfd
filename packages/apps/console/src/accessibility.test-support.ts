import type { Page } from "playwright-core";

/** What keeps people from using the page as it is shown now; in words. */
export function barriers(page: Page): Promise<string[]> {
  return page.evaluate(findBarriers);
}

/** Runs in the browser, and so holds all that it needs. */
function findBarriers(): string[] {
  const found: string[] = [];
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const describe = (element: Element): string =>
    `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> ` +
    `'${(element.textContent ?? "").trim().slice(0, 30)}'`;

  const nameOf = (element: Element): string => {
    const labelledBy = (element.getAttribute("aria-labelledby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "")
      .join(" ");
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const texts = [
      element.getAttribute("aria-label"),
      labelledBy,
      ...labels.map((label) => label.textContent),
      element.textContent,
      element.getAttribute("title"),
    ];
    return texts.map((text) => (text ?? "").trim()).find((text) => text !== "") ?? "";
  };

  const controls = "a[href], button, input, select, textarea, dialog[open], nav, table, [role=log]";
  for (const element of document.querySelectorAll(controls)) {
    if (isShown(element) && nameOf(element) === "") found.push(`no name: ${describe(element)}`);
  }
  for (const svg of document.querySelectorAll("svg:not([aria-hidden])")) {
    if (svg.querySelector("title") === null) found.push(`no title: ${describe(svg)}`);
  }
  for (const element of document.querySelectorAll("[tabindex]")) {
    if (Number(element.getAttribute("tabindex")) > 0) found.push(`order: ${describe(element)}`);
  }
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  for (const id of ids.filter((each, index) => ids.indexOf(each) !== index)) {
    found.push(`the id ${id} is there twice`);
  }
  const heads = [...document.querySelectorAll("main :is(h1, h2, h3, h4)")].filter(isShown);
  const levels = heads.map(({ tagName }) => Number(tagName.slice(1)));
  if (levels.filter((level) => level === 1).length !== 1) found.push("not one h1");
  for (const [index, level] of levels.entries()) {
    if (level > (levels[index - 1] ?? 0) + 1) found.push(`a heading is left out before h${level}`);
  }

  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  /** Red, green, blue and opacity; of any colour that CSS can write. */
  const colourOf = (text: string): [number, number, number, number] => {
    if (context === null) throw new Error("no canvas");
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = text;
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top: readonly number[], below: readonly number[]): number[] => {
    const opacity = top[3] ?? 1;
    return [0, 1, 2].map((i) => (top[i] ?? 0) * opacity + (below[i] ?? 0) * (1 - opacity));
  };
  const backgroundOf = (element: Element | null): number[] => {
    if (element === null) return [255, 255, 255];
    const colour = colourOf(getComputedStyle(element).backgroundColor);
    return colour[3] === 1 ? colour : over(colour, backgroundOf(element.parentElement));
  };
  const luminance = (colour: readonly number[]): number => {
    const [r = 0, g = 0, b = 0] = colour.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: readonly number[], b: readonly number[]): number => {
    const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const checked = new Set<Element>();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || checked.has(element) || (node.textContent ?? "").trim() === "")
      continue;
    checked.add(element);
    const isAside = element.closest("noscript, :disabled, .offscreen, .skip, title") !== null;
    if (isAside || !isShown(element)) continue;
    const style = getComputedStyle(element);
    const below = backgroundOf(element);
    const ratio = contrast(over(colourOf(style.color), below), below);
    const size = Number.parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5))
      found.push(`contrast ${ratio.toFixed(2)}: ${describe(element)}`);
  }
  return found;
}
