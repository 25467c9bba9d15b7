const spoken = /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

const blank = (text: string, by: string): string => text.replace(/[^\n]/g, by);

/** TypeScript whose comments and texts are blank, each letter in its place: what is found in it is code. */
export const masked = (source: string): string =>
  source.replace(spoken, (text) =>
    text.startsWith('/')
      ? blank(text, ' ')
      : `${text.charAt(0)}${blank(text.slice(1, -1), '_')}${text.slice(-1)}`,
  );

/** The place of the bracket that closes the one at `open`; undefined where none does. */
export const closingOf = (code: string, open: number): number | undefined => {
  let depth = 0;
  for (let at = open; at < code.length; at += 1) {
    const letter = code.charAt(at);
    if ('[({'.includes(letter)) depth += 1;
    if ('])}'.includes(letter)) depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
};
