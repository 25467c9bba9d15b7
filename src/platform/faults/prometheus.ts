import type { Fault } from '#ground/fault.js';
import type { PrometheusServer, Versions } from '#platform/platform.js';
import { firstWith } from '#platform/feature.js';
import { prometheusBytes, quantityOf } from '#platform/quantity.js';
import { isAtLeast, versionOf } from '#platform/version.js';
import { countFaults, resourceFaults, storageFaults } from './resources.js';

/** https://prometheus.io/docs/prometheus/latest/storage/#right-sizing-retention-size: at most 80 to 85 % of the volume. */
const most = 0.85;

const sizeFaults = ({ retentionSize, storage }: PrometheusServer): readonly Fault[] => {
  const where = 'prometheus.retentionSize';
  const [kept, volume] = [prometheusBytes(retentionSize), quantityOf(storage.size)];
  if (kept === undefined)
    return [
      {
        where,
        what: retentionSize,
        code: 'bad-quantity',
        why: `'${retentionSize}' is no size that Prometheus reads`,
        cure: "write e.g. '8GB', which is 8 GiB there",
      },
    ];
  return volume === undefined || kept <= most * volume
    ? []
    : [
        {
          where,
          what: retentionSize,
          code: 'data-over-volume',
          why: `Prometheus keeps ${retentionSize} on a volume of ${storage.size}, and fills it: what it compacts lies there twice for a while`,
          cure: `keep at most ${Math.floor((most * volume) / 1_024 ** 2)}MB, 85 % of it, or make the volume larger`,
        },
      ];
};

const featureFaults = ({ features }: PrometheusServer, { prometheus }: Versions): readonly Fault[] =>
  features.flatMap((feature, i) => {
    const first = firstWith(feature);
    return first === undefined || versionOf(prometheus) === undefined || isAtLeast(prometheus, first)
      ? []
      : [
          {
            where: `prometheus.features[${i}]`,
            what: feature,
            code: 'feature-not-there',
            why: `Prometheus ${prometheus} knows no ${feature}, which came with ${first}`,
            cure: `leave it out, or let the platform run Prometheus ${first} or later`,
          },
        ];
  });

/** What is wrong with the Prometheus of a platform. */
export const prometheusFaults = (server: PrometheusServer, versions: Versions): readonly Fault[] => [
  ...resourceFaults('prometheus', server.resources),
  ...storageFaults('prometheus', server.storage),
  ...sizeFaults(server),
  ...countFaults('prometheus.replicas', server.replicas),
  ...countFaults('prometheus.shards', server.shards),
  ...featureFaults(server, versions),
];
