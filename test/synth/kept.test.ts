import { existsSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFiles } from '#synth/folder.js';
import { copied, mainOf, shopCalled } from './copied.js';

const names = ['bakery', 'library', 'shop'];
const copy = copied({ isTyped: false });
afterAll(() => {
  copy.remove();
});

const at = (path: string): string => join(copy.folder, path);
const edit = (path: string, from: string | RegExp, to: string, encoding: BufferEncoding = 'utf8'): void => {
  const text = readFileSync(at(path), encoding);
  if (text.replace(from, to) === text) throw new Error(`${path} has no ${String(from)}`);
  writeFileSync(at(path), text.replace(from, to), encoding);
};
/** Each application says in a file of its own when it is made; the shop is called as the environment and a file say. */
const telling = (name: string): string =>
  [
    "import { readFileSync, writeFileSync } from 'node:fs';",
    `writeFileSync('${name}.made', '');`,
    shopCalled(name).replace(
      "title: 'Shop',",
      "title: `Shop ${process.env.SHOP_TITLE ?? ''}${readFileSync('title.txt', 'utf8')}`,",
    ),
  ].join('\n');
const made = (): readonly string[] =>
  names.filter((name) => {
    const isMade = existsSync(at(`${name}.made`));
    rmSync(at(`${name}.made`), { force: true });
    return isMade;
  });

/** All that stands after a synthesis. */
const standing = (
  words: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, string> => {
  made();
  const { status, stderr } = copy.synth(words, env);
  if (status !== 0) throw new Error(stderr);
  return new Map(
    ['dist', 'docs'].flatMap((folder) =>
      [...readFiles(at(folder))].map(([path, text]) => [`${folder}/${path}`, text] as const),
    ),
  );
};

beforeAll(() => {
  copy.write({
    'apps/runbooks.ts': readFileSync('test/readme/runbooks.ts', 'utf8'),
    'main.ts': mainOf(names),
    'title.txt': 'of the street',
    ...Object.fromEntries(names.map((name) => [`apps/${name}/index.ts`, telling(name)])),
  });
  standing();
});

describe('of what is kept', () => {
  test('all is used where nothing changed', () => {
    standing();
    expect(made()).toEqual([]);
  });

  test('the rest is used where one application changed', () => {
    edit('apps/shop/index.ts', 'percent(1)', 'percent(2)');
    standing();
    expect(made()).toEqual(['shop']);
  });

  test('all is used where only the time of a file changed', () => {
    utimesSync(at('apps/shop/index.ts'), new Date(), new Date());
    standing();
    expect(made()).toEqual([]);
  });

  test('nothing follows from what was written', () => {
    edit('apps/shop/index.ts', 'percent(2)', 'percent(2.5)');
    standing();
    const known = readFileSync(at('.cache/synth/applications/known.json'), 'utf8');
    edit('apps/shop/index.ts', 'percent(2.5)', 'percent(2)');
    standing();
    expect(readFileSync(at('.cache/synth/applications/known.json'), 'utf8')).toBe(known);
  });

  test('nothing is used of another release of Node', () => {
    for (const name of readdirSync(at('.cache/synth')).filter((each) => each.startsWith('unchanged')))
      edit(`.cache/synth/${name}`, process.version, 'v1.0.0');
    // numbers follow its first line
    edit(
      '.cache/synth/applications/of-main.ts',
      /"surroundings":"[^"]+"/,
      '"surroundings":"another"',
      'latin1',
    );
    standing();
    expect(made()).toEqual(names);
  });

  test('nothing is used by --fresh', () => {
    standing(['--fresh']);
    expect(made()).toEqual(names);
  });

  test('nothing is used where the installation is another', () => {
    edit('package.json', '"name": "cheomseong",', '"name": "cheomseong", "another": true,');
    standing();
    expect(made()).toEqual(names);
  });
});

const kinds: readonly (readonly [string, () => void])[] = [
  ['a file of an application', () => edit('apps/shop/index.ts', 'percent(2)', 'percent(3)')],
  ['a file that all import', () => edit('apps/runbooks.ts', /$/, "\nexport const another = '';\n")],
  ['main.ts', () => edit('main.ts', "cluster('production'", "cluster('staging'")],
  ['the applications that there are', () => writeFileSync(at('main.ts'), mainOf(['library', 'shop']))],
  ['a file that an application reads', () => writeFileSync(at('title.txt'), 'of the town')],
  [
    'an application of which main.ts reads more than its name',
    () => {
      const grafana = '{ addresses: { grafana: `https://grafana-${bakery.title.length}.example.org` },';
      writeFileSync(at('main.ts'), mainOf(names).replace('{ applications', `${grafana} applications`));
      standing();
      edit('apps/bakery/index.ts', "title: 'Bakery'", "title: 'The bakery'");
    },
  ],
  ['the library', () => edit('src/synth/runbooks/catalogue.ts', "'# Alerts'", "'# All alerts'")],
  ['what is deleted of what was written', () => rmSync(at('dist/production/shop'), { recursive: true })],
  ['what is written by hand', () => writeFileSync(at('docs/runbooks/README.md'), 'by hand')],
  ['what is put beside what was written', () => writeFileSync(at('dist/production/shop/another.yaml'), '')],
];

/** Nothing is remembered but the packages, which no change here touches. */
const forget = (): void => {
  for (const name of readdirSync(at('.cache/synth')).filter((each) =>
    /^(applications|unchanged|estate|library|types)/.test(each),
  ))
    rmSync(at(`.cache/synth/${name}`), { recursive: true });
  rmSync(at('.cache/standing'), { recursive: true, force: true });
};

describe.each(kinds)('after a change of %s', (_, change) => {
  test('the same is written as from nothing', () => {
    change();
    const kept = standing();
    forget();
    expect(standing()).toEqual(kept);
  });
});

describe('what is kept', () => {
  test('is of one environment, as far as that is read', () => {
    const kept = standing([], { SHOP_TITLE: 'another ' });
    forget();
    expect(standing([], { SHOP_TITLE: 'another ' })).toEqual(kept);
  });

  test('does not hide what a law refuses since', () => {
    const never =
      "const never: Law = () => [{ where: 'shop', what: '', code: 'own', why: 'it may not be', cure: '' }];";
    edit(
      'src/laws/laws.ts',
      'export const laws: readonly Law[] = [',
      `${never}\nexport const laws: readonly Law[] = [\n  never,`,
    );
    expect(copy.synth().stderr).toContain('it may not be');
  });
});
