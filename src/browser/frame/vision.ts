import type { Vision } from '#browser/wire/vision.js';
import { inAddress } from './choice.js';
import { colorMatrices, type ColorMatrix } from './seen.js';

/** How far a point is spread where eyes do not focus, in pixels. */
const spread = 2;

const values = (matrix: ColorMatrix): string =>
  [...matrix.map((row) => `${row.join(' ')} 0 0`), '0 0 0 1 0'].join(' ');

const isNamed = (name: string): name is keyof typeof colorMatrices => Object.hasOwn(colorMatrices, name);

const svg = 'http://www.w3.org/2000/svg';

/** A filter of the page as whoever has this vision sees it. */
const filterOf = (vision: Exclude<Vision, 'blurred'>): string => {
  const [root, filter, matrix] = ['svg', 'filter', 'feColorMatrix'].map((name) =>
    document.createElementNS(svg, name),
  );
  if (!root || !filter || !matrix) return 'none';
  root.setAttribute('class', 'vision');
  root.setAttribute('aria-hidden', 'true');
  filter.setAttribute('id', 'vision');
  matrix.setAttribute('values', values(colorMatrices[vision]));
  filter.append(matrix);
  root.append(filter);
  document.body.append(root);
  return 'url(#vision)';
};

/** Shows the page as eyes see it that `?vision=` names; as it is, unless it does. */
export const lookAsAsked = (): void => {
  const asked = inAddress('vision') ?? '';
  if (asked === 'blurred') document.documentElement.style.filter = `blur(${spread}px)`;
  else if (isNamed(asked)) document.documentElement.style.filter = filterOf(asked);
};
