import type { Vision } from '#browser/wire/vision.js';

/** As whose eyes a page can be seen. */
export const visions = [
  'achromatopsia',
  'deuteranopia',
  'protanopia',
  'tritanopia',
  'blurred',
] as const satisfies readonly Vision[];
