import { shared } from '#cluster/evaluation.js';
import { type Thanos, thanosImage } from '#platform/engine/thanos.js';
import { queryUrl } from '#delivery/thanos/parts.js';
import type { Contribution, Values } from './contribution.js';

/** The sidecar, which writes blocks into the bucket; the operator then leaves joining them to the compactor. */
const sidecar = (engine: Thanos): Values => {
  const { name, key } = engine.objectStorage.config;
  return {
    image: thanosImage(engine),
    version: `v${engine.version}`,
    objectStorageConfig: { existingSecret: { name, key } },
    resources: { requests: { ...engine.sidecar.requests }, limits: { ...engine.sidecar.limits } },
  };
};

/** What a ruler takes its Prometheus leaves. */
const rulesOf = ({ ruler }: Thanos): Values => {
  if (ruler === undefined) return {};
  const { matchLabels, matchExpressions } = shared(ruler).prometheus;
  return {
    ruleSelector: {
      ...(Object.keys(matchLabels).length > 0 && { matchLabels }),
      ...(matchExpressions && {
        matchExpressions: matchExpressions.map(({ key, operator, values }) => ({
          key,
          operator,
          values: [...values],
        })),
      }),
    },
  };
};

/**
 * What the chart is given where the engine is Thanos. The data source that dashboards ask keeps its uid, and asks Query. Of what Prometheus adds to its
 * series the name of its own object is left out: what is summed up has it not, and would no longer find what is not.
 */
export const thanos: Contribution = ({ platform }) => {
  const { engine, grafana } = platform;
  if (engine.name !== 'thanos') return {};
  return {
    prometheus: {
      prometheusSpec: {
        thanos: sidecar(engine),
        prometheusExternalLabelNameClear: true,
        ...rulesOf(engine),
      },
    },
    ...(grafana &&
      engine.query && {
        grafana: {
          sidecar: {
            datasources: {
              url: queryUrl({ platform }),
              extraJsonData: { prometheusType: 'Thanos' },
            },
          },
        },
      }),
  };
};
