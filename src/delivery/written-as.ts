import type { Cluster } from '#cluster/cluster.js';
import { type WrittenAs, forPrometheus } from '#constructs/written-as.js';

/** As which kinds applications are written for whoever scrapes and tells in a cluster. */
export const writtenAs = ({ platform: { engine } }: Pick<Cluster, 'platform'>): WrittenAs => {
  switch (engine.name) {
    case 'mimir':
      return engine.alertmanager === 'alloy'
        ? { ...forPrometheus, routingLabels: engine.selects }
        : forPrometheus;
    case 'victoriametrics':
      return engine.scrapesBy === 'vmagent'
        ? { ...forPrometheus, scrapes: 'victoriametrics' }
        : forPrometheus;
    default:
      return forPrometheus;
  }
};
