import { madeOf } from '#new/files.js';
import { naming } from '#new/naming.js';
import { type Block, blocksOf } from '../page.js';

/** What `npx cheomseong new shop` makes in an empty folder: the pages go on from there. */
export const { files: shop } = madeOf(
  naming('shop', 'en'),
  {
    called: 'monitoring',
    read: () => undefined,
    ...{ main: 'main.ts', base: '', ending: 'ts', output: 'dist', docs: 'docs', top: '', below: '' },
    address: 'https://github.com/acme/monitoring/blob/main',
    ...{ manager: 'npm', isInstalled: true },
  },
  { version: '1.0.0' },
);

/** The file that a block says it is, in its first line: `// apps/shop/alerts.ts`. */
const named = /^\/\/ ((?:apps\/[\w/-]+|packs\/[\w/-]+|main|charts)\.ts)\n/;

/** What a page calls the file of a block that names none: it stands in the folder of the shop. */
export const slugOf = (page: string): string => page.replace(/\.md$/, '').replaceAll(/[^a-z0-9]+/gi, '-');

const fileOf = ({ code }: Block, page: string): string =>
  named.exec(code)?.[1] ?? `apps/shop/${slugOf(page)}.ts`;

/** The estate as a page has it at its end: that of `new shop`, with the page's blocks; those of one file are joined. */
export interface PageEstate {
  readonly page: string;
  /** Every file, by its path. */
  readonly files: ReadonlyMap<string, string>;
  /** Those of them that the page writes. */
  readonly own: readonly string[];
}

export const estateOf = (page: string): PageEstate => {
  const own = new Map<string, string>();
  for (const block of blocksOf(page).filter(({ language, marker }) => language === 'ts' && !marker)) {
    const file = fileOf(block, page);
    own.set(file, `${own.get(file) ?? ''}${block.code}\n`);
  }
  const made = Object.entries(shop).filter(([path]) => path.endsWith('.ts'));
  return { page, files: new Map([...made, ...own]), own: [...own.keys()] };
};

/** The files of a page that are run: its own, and the shop where one of its files is another now. */
export const toRun = ({ own }: PageEstate): readonly string[] => {
  const isShopChanged = own.some((path) => path in shop || path === 'apps/shop/index.ts');
  return [...new Set([...own, ...(isShopChanged ? ['apps/shop/index.ts'] : [])])];
};
