/** Letters that terminals draw twice as wide: Hangul, Chinese, Japanese, full-width forms, https://www.unicode.org/reports/tr11/. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** The columns that a text takes. */
export const widthOf = (text: string): number => text.length + (text.match(wide)?.length ?? 0);

/** A text, and spaces up to so many columns. */
export const padded = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - widthOf(text)));

/** Lines of at most so many columns, broken between words; the later ones go on under the first, or behind `later`. */
export const wrapped = (
  text: string,
  first: string,
  columns: number,
  later = ' '.repeat(first.length),
): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && widthOf(`${lines.length === 0 ? first : later}${line} ${word}`) > columns) {
      lines.push(line);
      line = word;
    } else line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line].map((each, i) => (i === 0 ? first : later) + each);
};

/** `1 alert`, `2 alerts`. */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
