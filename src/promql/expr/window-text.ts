/** Grafana's windows are no PromQL: the parser is given durations of the same length instead, so that every place stays. */
const standIns = new Map([
  ['$__rate_interval', '00000000000001ms'],
  ['$__range', '000001ms'],
  ['$__interval', '000000001ms'],
]);

/** What stands between quotes or behind `#`, with as many spaces in its place. */
const blanked = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#.*/g, (inside) => ' '.repeat(inside.length));

/** What is found in a text, and where. */
export interface Outside {
  readonly text: string;
  readonly index: number;
}

/** What a pattern finds in a text, but for what is quoted there or only said beside it. */
export const outsideTexts = (text: string, pattern: RegExp): readonly Outside[] =>
  [...blanked(text).matchAll(pattern)].map((found) => ({ text: found[0], index: found.index }));

/** A number that ends in a point, `5.`, which the editor's grammar does not know. */
const pointed = /(?<![\w.])\d+\.(?![\w.])/g;

/** The text as the parser takes it. */
export const masked = (text: string): string =>
  outsideTexts(text, pointed).reduce(
    (masked, { text: found, index }) =>
      `${masked.slice(0, index)}${found.slice(0, -1)} ${masked.slice(index + found.length)}`,
    [...standIns].reduce((masked, [window, standIn]) => masked.replaceAll(window, standIn), text),
  );
