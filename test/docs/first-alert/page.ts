import { textsIn } from '#synth/publishing/content.js';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { alertmanagerName, prometheusName } from '#platform/names.js';
import { type Cluster, isCluster } from '#cluster/cluster.js';
import { isEstate } from '#synth/estate/home.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { synthesize } from '#synth/synthesize.js';
import type { Pages } from '#synth/synth.js';
import { type Block, blocksOf } from '../page.js';
import { estateOf, slugOf } from '../snippets/estate.js';
import { writtenEstates } from '../snippets/written.js';

export const page = 'docs/delivery/first-alert.md';
const blocks = blocksOf(page);

/** The block under a comment. */
export const shown = (marker: string): string =>
  blocks.find((each) => each.marker === marker)?.code.trim() ?? '';

/** What is shown as printed right after the commands that hold these words. */
export const printedBy = (words: string): string => {
  const at = blocks.findIndex(({ language, code }) => language === 'sh' && code.includes(words));
  const next: Block | undefined = blocks[at + 1];
  return next?.language === 'text' ? next.code.trim() : '';
};

/** Every command of the page. */
export const commands: readonly string[] = blocks
  .filter(({ language }) => language === 'sh')
  .flatMap(({ code }) => code.trim().split('\n'));

/** What the estate of the page is, and what is written of it. */
export interface Made {
  readonly cluster: Cluster;
  /** Below `dist/`. */
  readonly files: ReadonlyMap<string, string>;
  readonly pages: Pages;
}

/** The estate as its reader has it at the end of the first step. */
export const made = async (): Promise<Made> => {
  const folder = writtenEstates([estateOf(page)]);
  try {
    const main: { readonly default?: unknown } = await import(join(folder, slugOf(page), 'main.ts'));
    const estate = main.default;
    if (!isEstate(estate)) throw new Error(`${page} makes no estate`);
    const [cluster] = estate.places.filter(isCluster);
    if (cluster === undefined) throw new Error(`${page} makes no cluster`);
    const { charts, laws, files, pages } = synthesisOf(estate);
    return { cluster, files: new Map([...synthesize(charts, laws), ...textsIn(files)]), pages };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The pods of the platform that are asked, as the operator and StatefulSets call them. */
export const podsOf = ({ platform }: Cluster) => ({
  prometheus: `prometheus-${prometheusName(platform)}-0`,
  alertmanager: `alertmanager-${alertmanagerName(platform)}-0`,
});
