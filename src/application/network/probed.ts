import type { BlackboxExporter } from '#application/exporter/blackbox.js';
import type { ProbeModule } from '#application/exporter/blackbox/module.js';
import type { Exporter } from '#application/exporter/exporter.js';
import { isProbe } from '#application/scrape/probe.js';
import type { StaticScrape } from '#application/scrape/static.js';
import { type Reached, reachedAt } from './reached.js';

const isBlackbox = (exporter: Exporter): exporter is BlackboxExporter => 'modules' in exporter;

/** Where a module goes to ask an endpoint. A redirect of plain http mostly leads to the same host over TLS. */
const reachedFor = (module: ProbeModule, target: string): readonly (Reached | undefined)[] => {
  const reached = reachedAt(module.prober === 'dns' && !/:\d+$/.test(target) ? `${target}:53` : target);
  if (module.prober === 'dns')
    return [reached && { ...reached, protocol: module.over === 'tcp' ? 'TCP' : 'UDP' }];
  const follows = module.prober === 'http' && !module.stopAtRedirect && target.startsWith('http://');
  return [reached, ...(follows && reached ? [{ ...reached, port: 443 }] : [])];
};

/** Where an exporter goes that asks endpoints in the ways of its modules; nothing of any other. */
export const probedBy = (
  exporter: Exporter,
  scrape: StaticScrape,
): readonly (Reached | undefined)[] | undefined => {
  const module = isBlackbox(exporter) && isProbe(scrape) ? exporter.modules[scrape.module] : undefined;
  return module && scrape.targets.flatMap(({ address }) => reachedFor(module, address));
};
