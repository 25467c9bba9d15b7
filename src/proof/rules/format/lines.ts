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
    if (
      line !== '' &&
      (lines.length === 0 ? first : later).length + line.length + 1 + word.length > columns
    ) {
      lines.push(line);
      line = word;
    } else line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line].map((each, i) => (i === 0 ? first : later) + each);
};

/** `1 alert`, `2 alerts`. */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
