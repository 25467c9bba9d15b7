import { lokiUrl } from '#application/agent/loki.js';
import type { Application } from '#application/application.js';
import type { Platform } from '#platform/platform.js';
import { providedTo } from '#platform/provided.js';
import type { Fault } from '#ground/fault.js';
import type { Law } from './law.js';
import { inEach } from './apart.js';

const faults = ({ name, logs, datasources }: Application, platform: Platform): readonly Fault[] => {
  const provided = providedTo(platform, datasources.loki);
  if (logs?.name !== 'fluent-bit' || provided === undefined) return [];
  const sent = lokiUrl(logs.loki);
  return provided.url === sent
    ? []
    : [
        {
          where: `${name}/logs`,
          what: sent,
          code: 'logs-sent-elsewhere',
          why: `its logs go to ${sent}, and Grafana asks ${provided.url} for them, as its platform's data source ${provided.uid} has it`,
          cure: 'say one address, in one place, and give it to both',
        },
      ];
};

/** Where a platform's Grafana has a Loki, the logs of its applications go to that one: panels of logs are empty otherwise. */
export const everyLogIsReadWhereItIsSent: Law = inEach(({ applications, cluster }) =>
  cluster === undefined ? [] : applications.flatMap((each) => faults(each, cluster.platform)),
);
