import type { Vision } from '#browser/wire/vision.js';

type Row = readonly [red: number, green: number, blue: number];
/** What each of red, green and blue, as light and each from 0 to 1, becomes of all three. */
export type ColorMatrix = readonly [Row, Row, Row];

/** How bright each is. */
const brightness: Row = [0.213, 0.715, 0.072];

/**
 * Colours as those see them who have no cones of one kind: Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of
 * Color Vision Deficiency, 2009, at severity 1. Chromium's emulation has the same.
 */
export const colorMatrices: Readonly<Record<Exclude<Vision, 'blurred'>, ColorMatrix>> = {
  achromatopsia: [brightness, brightness, brightness],
  deuteranopia: [
    [0.367, 0.861, -0.228],
    [0.28, 0.673, 0.047],
    [-0.012, 0.043, 0.969],
  ],
  protanopia: [
    [0.152, 1.053, -0.205],
    [0.115, 0.786, 0.099],
    [-0.004, -0.048, 1.052],
  ],
  tritanopia: [
    [1.256, -0.077, -0.179],
    [-0.078, 0.931, 0.148],
    [0.005, 0.691, 0.304],
  ],
};
