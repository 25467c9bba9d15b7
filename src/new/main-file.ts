import type { Naming } from './naming.js';

const importLine = ({ name, code }: Naming): string => `import { ${code} } from './apps/${name}/index.ts';`;

/** The estate of one application. */
export const mainText = (naming: Naming): string => `import { estate } from 'cheomseong';
${importLine(naming)}

/** ${{ ko: '모니터링하는 모든 것입니다.', en: 'All that is monitored.' }[naming.language]} */
export default estate({ applications: [${naming.code}] });
`;

/** What to add by hand to a main.ts of another form. */
export const byHand = (naming: Naming): string =>
  `${importLine(naming)}\n… applications: [ …, ${naming.code} ] …`;

/** A main.ts that takes the application too; undefined where it is not of a form that can be added to. */
export const withApplication = (main: string, naming: Naming): string | undefined => {
  const lines = main.split('\n');
  const last = lines.findLastIndex((line) => /^import .* from '.*';$|^} from '.*';$/.test(line));
  const list = /(\bapplications: \[)([^\]]*?)(,?\s*)\]/;
  if (last < 0 || !list.test(main)) return undefined;
  const imported = [...lines.slice(0, last + 1), importLine(naming), ...lines.slice(last + 1)].join('\n');
  return imported.replace(list, (_, before: string, names: string, after: string) =>
    names.trim() === ''
      ? `${before}${naming.code}]`
      : `${before}${names}${/^,?\n/.test(after) ? `,\n    ${naming.code}${after}` : `, ${naming.code}`}]`,
  );
};
