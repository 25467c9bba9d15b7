import { type Scraper, prometheusIn, vmagentIn } from '#application/network/scraper.js';
import type { Cluster } from './cluster.js';

/** Who scrapes in a cluster: the Prometheus of its platform, or the agent of the VictoriaMetrics that stands in its place. */
export const scraperOf = ({ platform: { namespace, engine } }: Pick<Cluster, 'platform'>): Scraper =>
  engine.name === 'victoriametrics' && engine.scrapesBy === 'vmagent'
    ? vmagentIn(namespace)
    : prometheusIn(namespace);
