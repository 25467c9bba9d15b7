const units = [
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
] as const;

/** Seconds as people write them: `90` as `1m30s`. */
export const timeText = (seconds: number): string => {
  let left = Math.abs(seconds);
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) parts.push(`${count}${unit}`);
  }
  if (left > 0 || parts.length === 0) parts.push(`${Number(left.toFixed(3))}s`);
  return parts.join('');
};

/** A moment of a test by the fault: `4m30s after the fault began`. */
export const momentText = (seconds: number, begins: number): string =>
  seconds === begins
    ? 'as the fault began'
    : `${timeText(seconds - begins)} ${seconds < begins ? 'before' : 'after'} the fault began`;
