/** The lines of a text behind `by`; none of an empty text. */
export const indented = (text: string, by: string): readonly string[] =>
  text === '' ? [] : text.split('\n').map((line) => `${by}${line}`);
