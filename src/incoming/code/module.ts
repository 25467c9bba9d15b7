import type { Code } from './code.js';
import { namesIn } from './names.js';

/** What a module imports: names by where they come from, the package first. */
export type Imports = Readonly<Record<string, readonly string[]>>;

const width = 100;

/** What pieces of code take from elsewhere: from the files that are named, else from the package. */
export const importsOf = (
  codes: readonly Code[],
  files: Readonly<Record<string, string>>,
  own: readonly string[],
): Imports => {
  const names = [...new Set(codes.flatMap(namesIn))].filter((name) => !own.includes(name));
  const of = (name: string): string =>
    Object.entries(files).find(([each]) => each === name)?.[1] ?? 'cheomseong';
  return Object.fromEntries(
    ['cheomseong', ...new Set(Object.values(files))].map((from) => [
      from,
      names.filter((name) => of(name) === from),
    ]),
  );
};

const importText = (from: string, names: readonly string[]): string => {
  const line = `import { ${names.join(', ')} } from '${from}';\n`;
  return line.length <= width + 1
    ? line
    : `import {\n${names.map((name) => `  ${name},\n`).join('')}} from '${from}';\n`;
};

/** A module: what it imports, then what it says, with a line between. */
export const moduleText = (imports: Imports, parts: readonly string[]): string => {
  const lines = Object.entries(imports).flatMap(([from, names]) =>
    names.length === 0 ? [] : [importText(from, names.toSorted())],
  );
  return [lines.join(''), ...parts].filter((part) => part !== '').join('\n');
};
