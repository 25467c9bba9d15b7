import { type Scraper, prometheusIn, vmagentIn } from '#application/network/scraper.js';
import type { Cluster } from './cluster.js';

/** Who scrapes in a cluster, beside whom nobody is let in: the Prometheus of its platform, or VictoriaMetrics's agent in the same namespace. */
export const scraperOf = ({ platform: { engine, namespace } }: Pick<Cluster, 'platform'>): Scraper =>
  engine.name === 'victoriametrics' && engine.scrapesBy === 'vmagent'
    ? vmagentIn(namespace)
    : prometheusIn(namespace);
