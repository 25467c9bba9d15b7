let context: CanvasRenderingContext2D | null | undefined;
const known = new Map<string, number>();

/** How wide a text is, in pixels. */
export const widthOf = (text: string, size: number, family: string, weight = 400): number => {
  const key = `${weight} ${family} ${text}`;
  const found = known.get(key);
  if (found !== undefined) return (found * size) / 14;
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return (text.length * size) / 2;
  context.font = `${weight} 14px ${family}`;
  const width = context.measureText(text).width;
  // Texts change with values: what was measured long ago is not asked for again.
  if (known.size > 5000) known.clear();
  known.set(key, width);
  return (width * size) / 14;
};
