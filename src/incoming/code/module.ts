/** What a module imports: names by where they come from. */
export type Imports = Readonly<Record<string, Iterable<string>>>;

const width = 100;

const importText = (from: string, names: readonly string[]): string => {
  const line = `import { ${names.join(', ')} } from '${from}';\n`;
  return line.length <= width + 1
    ? line
    : `import {\n${names.map((name) => `  ${name},\n`).join('')}} from '${from}';\n`;
};

/** A module: what it imports, the package first, then what it says. */
export const moduleText = (imports: Imports, parts: readonly string[]): string => {
  const lines = Object.entries(imports).flatMap(([from, names]) => {
    const all = [...new Set(names)].toSorted();
    return all.length === 0 ? [] : [importText(from, all)];
  });
  return [lines.join(''), ...parts].filter((part) => part !== '').join('\n');
};
