import { lighthouseMetrics } from '#metrics/lighthouse.js';
import { pageFaults } from './pages.js';
import { refuse } from '#ground/fault.js';

/** What Lighthouse finds of a website's pages, as its CI tells it. */
export interface Lighthouse {
  readonly metrics: typeof lighthouseMetrics;
  /** The patterns of its pages: any other that Lighthouse looks at is told as `other`. */
  readonly pages: readonly string[];
}

/**
 * A script for CI that writes Lighthouse's results as a file for node_exporter, whose `textfiles` reads it: `lighthouse({ pages: ['/'] })`.
 *
 * @throws Refusal on pages that are no patterns of paths, or are there twice.
 */
export const lighthouse = ({ pages }: { readonly pages: readonly `/${string}`[] }): Lighthouse => {
  refuse('lighthouse', pageFaults(pages));
  return { metrics: lighthouseMetrics, pages };
};
