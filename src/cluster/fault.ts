import type { Fault } from '#ground/fault.js';
import { grammarFaults, namespaceName } from '#ground/grammar.js';
import { isLegacyLabelName } from '#promql/metric/spelling.js';
import type { ClusterAddresses, Here } from './here.js';

/** External labels that Prometheus does not take, or that would say of the cluster what it is not called. */
const labelFaults = (labels: Here['labels']): readonly Fault[] =>
  Object.entries(labels).flatMap(([name, value]): readonly Fault[] => {
    const where = `labels.${name}`;
    if (!isLegacyLabelName(name) || name.startsWith('__'))
      return [
        {
          where,
          what: name,
          code: 'bad-label-name',
          why: `'${name}' is no label that every Prometheus adds to its series`,
          cure: 'write letters, digits and _, not two of them first',
        },
      ];
    return value === ''
      ? [
          {
            where,
            what: name,
            code: 'empty-label',
            why: 'an external label that is empty is none',
            cure: 'give it a value or leave it out',
          },
        ]
      : [];
  });

const cure = "write e.g. 'https://grafana.example.org', without a / at its end";

const addressFaults = (addresses: ClusterAddresses): readonly Fault[] =>
  Object.entries(addresses).flatMap(([server, address]: readonly [string, string]): readonly Fault[] => {
    const where = `addresses.${server}`;
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url?.protocol !== 'https:' || url.search !== '' || url.hash !== '' || address.endsWith('/'))
      return [
        {
          where,
          what: address,
          code: url?.protocol === 'http:' ? 'plain-http' : 'bad-address',
          why: `'${address}' is no https address to which paths are added`,
          cure,
        },
      ];
    return url.username !== '' || url.password !== ''
      ? [
          {
            where,
            what: '',
            code: 'login-in-address',
            why: 'it holds a login, which every message would tell',
            cure,
          },
        ]
      : [];
  });

/** What is wrong with what a cluster says of itself. */
export const clusterFaults = ({ cluster, environment, labels, addresses }: Here): readonly Fault[] => [
  ...grammarFaults('name', namespaceName, [cluster]),
  ...(environment === cluster ? [] : grammarFaults('environment', namespaceName, [environment])),
  ...labelFaults(labels),
  ...addressFaults(addresses),
];
