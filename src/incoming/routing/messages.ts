import type { Settings } from '#incoming/settings/settings.js';

/** What Alertmanager says where nobody says anything: ours are said instead. */
export const isDefault = (text: string): boolean =>
  /^\s*\{\{-?\s*template\s+"[\w.]*\.default\.[\w.]*"\s+\.\s*-?\}\}\s*$/.test(text);

/** Templates of one's own that a text calls: their text stands in files that Alertmanager has, and no integration of ours brings these along. */
export const calledTemplates = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{-?\s*template\s+"([^"]+)"/g)]
    .map(([, name = '']) => name)
    .filter((name) => !name.includes('.default.') && !name.startsWith('__'));

/**
 * What a message says by templates of its own, by our names of its parts. What calls a template of another file is left out, as what is not
 * read.
 */
export const spoken = (
  settings: Settings,
  names: Readonly<Record<string, string>>,
): { readonly message?: Readonly<Record<string, string>> } => {
  const said = Object.entries(names).flatMap(([theirs, ours]) => {
    const text = settings.text(theirs);
    return text === undefined || isDefault(text) || calledTemplates(text).length > 0
      ? []
      : [[ours, text] as const];
  });
  return said.length > 0 ? { message: Object.fromEntries(said) } : {};
};
