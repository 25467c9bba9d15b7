/** A stage of a Go template's pipeline that puts `by` in the place of what a regular expression (RE2) finds in a text. */
export const replace = (pattern: string, by: string): string =>
  `reReplaceAll ${JSON.stringify(pattern)} ${JSON.stringify(by)}`;

/** What is longer than so many characters, of which RE2 counts up to 1,000; the first of them are its group. */
export const longer = (characters: number | '%s'): string => `(?s)^(.{${characters}}).+`;
export const shorter = '${1}…';

/** A stage that keeps so many characters of a text, and writes `…` for the rest. */
export const cut = (characters: number): string => replace(longer(characters), shorter);

/** Defines a Go template under a name, for use further on in the same text. */
export const define = (name: string, template: string): string =>
  `{{ define "${name}" }}${template}{{ end -}}\n`;
