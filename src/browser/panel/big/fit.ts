import { widthOf } from '#browser/panel/measure.js';

interface Fitting {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly family: string;
  readonly lineHeight?: number;
  readonly weight?: number;
  readonly most?: number;
}

/** The size of letters at which a text just fits in a room, in pixels. */
export const fit = ({
  text,
  width,
  height,
  family,
  lineHeight = 1.2,
  weight = 400,
  most = Infinity,
}: Fitting): number => {
  const wide = (width / (widthOf(text, 14, family, weight) + 2)) * 14;
  return Math.max(1, Math.floor(Math.min(wide, height / lineHeight, most)));
};

/** Unit and sign beside a number are smaller than it: the more so, the larger it is. */
export const besides = (size: number): number => (size < 20 ? 0.9 : size < 26 ? 0.8 : 0.6);
