import type { AnyMetric } from '#promql/metric/metric.js';
import type { Localized } from '#ground/language.js';
import { type Subject, placeOf } from '#alerts/text/subject.js';

/**
 * How to ask an Elasticsearch something from inside; with its password, where it is given one as `ELASTIC_PASSWORD`.
 */
export const elasticsearchCommands = (subject: Subject, metric: AnyMetric) => {
  const place = placeOf(subject);
  const { find, name } = place.chosen(metric, 'the Elasticsearch of the list');
  return {
    find,
    logs: place.logs(metric, name, '--tail=100'),
    /** @param path such as `_cluster/health?pretty`. */
    ask: (path: string): string =>
      place.exec(
        metric,
        name,
        `sh -c 'curl -sS \${ELASTIC_PASSWORD:+-u "elastic:$ELASTIC_PASSWORD"} "localhost:9200/${path}"'`,
      ),
  };
};

/** What a runbook adds to these commands. */
export const overTls: Localized = {
  ko: 'HTTP에 TLS를 켠 클러스터라면 주소를 `https://localhost:9200`으로 바꾸고 `-k`를 붙입니다.',
  en: 'Where the cluster serves HTTP over TLS, write `https://localhost:9200` and add `-k`.',
};
