import type { Application } from '#application/application.js';
import { storeUrl } from '#application/tracing/store.js';
import type { Platform } from '#platform/platform.js';
import { providedTo } from '#platform/provided.js';
import type { Fault } from '#ground/fault.js';
import type { Law } from './law.js';
import { inEach } from './apart.js';

const faults = ({ name, tracing, datasources }: Application, platform: Platform): readonly Fault[] => {
  const provided = tracing && providedTo(platform, datasources[tracing.store.kind]);
  if (tracing === undefined || provided === undefined) return [];
  const sent = storeUrl(tracing.store);
  return provided.url === sent
    ? []
    : [
        {
          where: `${name}/tracing`,
          what: sent,
          code: 'traces-sent-elsewhere',
          why: `its traces are asked for at ${sent}, and Grafana asks ${provided.url}, as its platform's data source ${provided.uid} has it`,
          cure: 'say one address, in one place, and give it to both',
        },
      ];
};

/** Where a platform's Grafana has a Tempo or a Jaeger, the traces of its applications go to that one: links to traces lead nowhere otherwise. */
export const everyTraceIsReadWhereItIsSent: Law = inEach(({ applications, cluster }) =>
  cluster === undefined ? [] : applications.flatMap((each) => faults(each, cluster.platform)),
);
