/** What tests ask of what is drawn, where the page itself must be asked. */
type Colour = readonly [red: number, green: number, blue: number];

const panel = (id: string): Element => {
  const found = document.getElementById(id);
  if (!found) throw new TypeError(`There is no panel ${id}`);
  return found;
};

const canvasOf = (id: string): HTMLCanvasElement => {
  const found = panel(id).querySelector('canvas');
  if (!found) throw new TypeError(`The panel ${id} has no canvas`);
  return found;
};

/** The pixels inside the axes of a chart. */
const insideOf = (id: string): ImageData => {
  const canvas = canvasOf(id);
  const over = panel(id).querySelector<HTMLElement>('.u-over');
  const context = canvas.getContext('2d');
  if (!over || !context) throw new TypeError(`The panel ${id} is no chart`);
  const ratio = canvas.width / canvas.clientWidth;
  return context.getImageData(
    ...([over.offsetLeft, over.offsetTop, over.clientWidth, over.clientHeight].map((size) =>
      Math.round(size * ratio),
    ) as [number, number, number, number]),
  );
};

const isNear = ({ data }: ImageData, at: number, [red, green, blue]: Colour): boolean =>
  Math.abs((data[at] ?? 0) - red) +
    Math.abs((data[at + 1] ?? 0) - green) +
    Math.abs((data[at + 2] ?? 0) - blue) <
    40 && (data[at + 3] ?? 0) > 100;

/** How far up a chart the line is that has a colour over most of its width, from 0 at the bottom to 1; nothing where there is none. */
const lineAt = (id: string, colour: Colour): number | null => {
  const image = insideOf(id);
  const rows = Array.from({ length: image.height }, (_, row) => row).filter((row) => {
    const hits = Array.from({ length: image.width }, (_, x) =>
      isNear(image, 4 * (row * image.width + x), colour),
    );
    return hits.filter(Boolean).length > image.width * 0.8;
  });
  const [first] = rows;
  const last = rows.at(-1);
  return first === undefined || last === undefined ? null : 1 - (first + last + 1) / 2 / image.height;
};

/** How many pixels of a chart have a colour. */
const pixelsOf = (id: string, colour: Colour): number => {
  const image = insideOf(id);
  return Array.from({ length: image.data.length / 4 }, (_, at) => isNear(image, 4 * at, colour)).filter(
    Boolean,
  ).length;
};

/** Texts that are cut off, and whose whole nobody can read: no title says it, and nothing scrolls to it. */
const clipped = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement | SVGTextElement>('section *')].flatMap((element) => {
    const text = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
    );
    const section = element.closest('section');
    if (!text || !section || element.closest('title')) return [];
    const isTold =
      element.closest('[title]') !== null ||
      element.querySelector('title') !== null ||
      element.closest('.legend, .table-panel, .logs, .bar-scroll, .text-panel, .panel-said') !== null;
    const [own, room] = [element.getBoundingClientRect(), section.getBoundingClientRect()];
    const isOut =
      own.left < room.left - 1 ||
      own.right > room.right + 1 ||
      own.top < room.top - 1 ||
      own.bottom > room.bottom + 1;
    return isOut && !isTold ? [`${section.id}: ${element.textContent}`] : [];
  });

/** Panels from which something hangs out. */
const overflowing = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>('section')]
    .filter((section) => {
      const box = section.querySelector('.panel-box');
      return (
        box !== null && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)
      );
    })
    .map(({ id }) => id);

/** What was written on the canvas of each panel. */
const written: Record<string, string[]> = {};
const fillText = CanvasRenderingContext2D.prototype.fillText;
CanvasRenderingContext2D.prototype.fillText = function write(text, ...place) {
  const id = this.canvas.closest('section')?.id;
  if (id !== undefined) (written[id] ??= []).push(text);
  Reflect.apply(fillText, this, [text, ...place]);
};

Reflect.set(globalThis, 'measured', { lineAt, pixelsOf, clipped, overflowing, written });

export const isMeasured = true;
