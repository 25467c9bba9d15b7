import type { Ending, Found } from './found.js';
import { closingOf, masked } from './masked.js';
import type { Naming } from './naming.js';

/** The import of an application, written as the others are: with their quotation marks, and with a semicolon or without. */
const importLine = ({ name, code }: Naming, ending: Ending, like = "';"): string => {
  const quote = like.includes('"') ? '"' : "'";
  return `import { ${code} } from ${quote}./apps/${name}/index.${ending}${quote}${like.endsWith(';') ? ';' : ''}`;
};

const comment = { ko: '모니터링하는 모든 것입니다.', en: 'All that is monitored.' } as const;

/** The estate of one application. */
export const mainText = (
  naming: Naming,
  { output, docs, ending }: Pick<Found, 'output' | 'docs' | 'ending'>,
): string => {
  const usual = output === 'dist' && docs === 'docs';
  const elsewhere = usual ? '' : `  output: '${output}',\n  docs: '${docs}',\n`;
  return `import { cluster, estate } from 'cheomseong';
${importLine(naming, ending)}

/** ${comment[naming.language]} */
export default estate({
  places: [cluster('production', { applications: [${naming.code}] })],
${elsewhere}});
`;
};

/** What to add by hand to a main.ts of another form. */
export const byHand = (naming: Naming, ending: Ending): string =>
  `${importLine(naming, ending)}\n… applications: [ …, ${naming.code} ] …`;

const imports = /^import\b[^;'"]*(['"])[^'"\n]*\1;?/gm;

/** With the import behind the last one; undefined where there is none. */
const imported = (main: string, naming: Naming, ending: Ending): string | undefined => {
  const last = [...masked(main).matchAll(imports)].at(-1);
  if (last === undefined) return undefined;
  const end = last.index + last[0].length;
  return `${main.slice(0, end)}\n${importLine(naming, ending, last[0].slice(-2))}${main.slice(end)}`;
};

/** With a name at the end of the list that is written out behind `applications:`; undefined where there is none, or are several. */
const listed = (main: string, code: string): string | undefined => {
  const bare = masked(main);
  const [found, ...others] = [...bare.matchAll(/\bapplications\s*:\s*\[/g)];
  if (found === undefined || others.length > 0) return undefined;
  const open = found.index + found[0].length;
  const close = closingOf(bare, open - 1);
  if (close === undefined) return undefined;
  const items = bare.slice(open, close).trimEnd();
  const end = open + items.length;
  const [before, after] = [main.slice(0, end), main.slice(end)];
  if (items.trim() === '')
    return main.slice(open, close).trim() === '' ? `${before}${code}${main.slice(close)}` : undefined;
  const comma = items.endsWith(',') ? '' : ',';
  if (!main.slice(open, close).includes('\n')) return `${before}${comma} ${code}${main.slice(close)}`;
  // on a line of its own, as deep as the last, behind what is said of that one
  const depth = /^[^\S\n]*/.exec(before.slice(before.lastIndexOf('\n') + 1))?.[0] ?? '';
  const [said = '', ...rest] = after.split('\n');
  const own = `\n${depth}${code}${comma === '' ? ',' : ''}`;
  return main.slice(end, close).includes('\n')
    ? `${before}${comma}${said}${own}\n${rest.join('\n')}`
    : `${before}${comma}${own}${after}`;
};

/** A main.ts that takes the application too; undefined where it is not of a form that can be added to. */
export const withApplication = (main: string, naming: Naming, ending: Ending): string | undefined => {
  if (new RegExp(`\\b${naming.code}\\b`).test(masked(main))) return undefined;
  const list = listed(main, naming.code);
  return list === undefined ? undefined : imported(list, naming, ending);
};
