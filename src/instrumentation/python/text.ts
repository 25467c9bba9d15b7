/** Names and values as Python writes them, in the layout of black. */

/** `gptCall` as `gpt_call`. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A text between quotes, double ones where it holds none. */
export const quoted = (text: string): string => {
  const written = JSON.stringify(text);
  return written.includes('\\"') && !text.includes("'") ? `'${text}'` : written;
};

/** A number as Python writes it: `0.005`, and `1.0`, for a float. */
export const float = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e16 ? `${value}.0` : `${value}`;

/** Characters of a line, as black has them. */
export const width = 88;

/** What stands between brackets: on one line where it fits, else each on its own. */
export const bracketed = (
  indent: string,
  before: string,
  items: readonly string[],
  [open, close]: readonly [string, string] = ['(', ')'],
): string => {
  const line = `${indent}${before}${open}${items.join(', ')}${close}`;
  if (line.length <= width && !line.includes('\n')) return line;
  return [
    `${indent}${before}${open}`,
    ...items.map((item) => `${indent}    ${item.replaceAll('\n', `\n${indent}    `)},`),
    `${indent}${close}`,
  ].join('\n');
};

/** Texts as a tuple. */
export const tuple = (items: readonly string[]): string =>
  items.length === 1 ? `(${items.join('')},)` : `(${items.join(', ')})`;
