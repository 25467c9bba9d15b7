import { createHash } from 'node:crypto';
import type { Kept } from '#synth/publish.js';

export const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A text that tells when it is had. */
export const keptAs = (text: string, had: () => void = () => {}): Kept => ({
  sum: sumOf(text),
  size: Buffer.byteLength(text),
  text: () => {
    had();
    return text;
  },
});
