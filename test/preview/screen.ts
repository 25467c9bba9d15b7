import type { Page } from 'playwright-core';

/** Runs in the page: what is wrong with what is seen of it. */
const look = (): readonly string[] => {
  const faults: string[] = [];
  const within = (inner: DOMRect, outer: DOMRect): boolean =>
    inner.left >= outer.left - 2 &&
    inner.right <= outer.right + 2 &&
    inner.top >= outer.top - 2 &&
    inner.bottom <= outer.bottom + 2;
  const scrolls = (element: Element): boolean => {
    const { overflowX, overflowY } = getComputedStyle(element);
    return /auto|scroll/.test(overflowX + overflowY);
  };
  const named = (element: Element): string =>
    (element.closest('[aria-label]')?.getAttribute('aria-label') ?? '') +
    ': ' +
    (element.textContent ?? '').trim().slice(0, 40);
  const isSeen = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    const { visibility, opacity } = getComputedStyle(element);
    return width > 1 && height > 1 && visibility !== 'hidden' && opacity !== '0';
  };

  if (document.documentElement.scrollWidth > innerWidth)
    faults.push(`the page is ${document.documentElement.scrollWidth} wide, not ${innerWidth}`);

  const panels = [...document.querySelectorAll('section.panel')];
  const boxes = panels.map((panel) => panel.getBoundingClientRect());
  boxes.forEach((one, i) =>
    boxes.slice(i + 1).forEach((other, j) => {
      const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (width > 1 && height > 1)
        faults.push(
          `${panels[i]?.getAttribute('aria-label')} overlaps ${panels[i + 1 + j]?.getAttribute('aria-label')}`,
        );
    }),
  );

  for (const panel of panels) {
    const content = panel.querySelector('.panel-content');
    const painted = [...panel.querySelectorAll('canvas')].some((canvas) => {
      const { width, height } = canvas;
      const pixels =
        width * height > 0 ? canvas.getContext('2d')?.getImageData(0, 0, width, height).data : [];
      return pixels?.some((each) => each > 0);
    });
    const isEmpty =
      (content?.textContent ?? '').trim() === '' && !painted && content?.querySelector('svg') === null;
    if (isEmpty) faults.push(`${panel.getAttribute('aria-label')} is empty`);
  }

  const leaves = [...document.querySelectorAll('main *, header *')].filter(
    (each) => each.children.length === 0 && (each.textContent ?? '').trim() !== '' && isSeen(each),
  );
  for (const leaf of leaves) {
    const { overflowX, textOverflow } = getComputedStyle(leaf);
    const cut = leaf.scrollWidth > leaf.clientWidth + 1 && /hidden|clip/.test(overflowX);
    if (cut && !(textOverflow === 'ellipsis' && leaf.closest('[title]')))
      faults.push(`cut off: ${named(leaf)}`);
    // What lies outside of its panel, or of the window, where nothing around it scrolls.
    for (let around = leaf.parentElement; around !== null; around = around.parentElement) {
      if (scrolls(around)) break;
      if (
        around.matches('section.panel') &&
        !within(leaf.getBoundingClientRect(), around.getBoundingClientRect())
      ) {
        faults.push(`outside of its panel: ${named(leaf)}`);
        break;
      }
    }
  }
  return faults;
};

/** What is wrong with what is seen: panels that overlap or are empty, text that is cut off, a page that is wider than its window. */
export const wrongOn = (page: Page): Promise<readonly string[]> => page.evaluate(look);

/** Waits until nothing is loading, and all is drawn. */
export const atRest = (page: Page): Promise<void> =>
  page.locator('body[data-ready]').waitFor({ timeout: 60_000 });

/** What the page itself says is wrong. */
export const faultsOn = (page: Page): Promise<string> =>
  page.evaluate(() => document.body.dataset['faultList'] ?? '[]');
