// What a browser loads of the pages that a command shows: bundled from its sources where the product runs from them, else as the package holds it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { own } from './setting.cjs';

const fromPackage = (name) => {
  const text = (suffix) => readFileSync(join(own, `lib/browser/${name}${suffix}`), 'utf8');
  return { script: text('.js'), style: text('.css') };
};

/** The script and the style of a page, by its name: `preview`, `rehearsal`. */
export const pageOf = async (name) => {
  if (!existsSync(join(own, 'src/browser'))) return fromPackage(name);
  const { bundledPage } = await import('../build/pages.mjs');
  return bundledPage(name);
};
