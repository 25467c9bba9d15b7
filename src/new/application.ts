import type { Naming } from './naming.js';

const metricsText = ({
  title,
  code,
  prefix,
  language,
}: Naming): string => `import { catalog, counter, histogram, pythonBuckets } from 'cheomseong';

/** ${{ ko: `${title}이(가) /metrics에 내놓는 지표입니다. 실제로 내놓는 것에서 쓰려면: npx cheomseong catalog URL`, en: `What ${title} exports on /metrics. To write this from what it really exports: npx cheomseong catalog URL` }[language]} */
export const ${code}Metrics = catalog({
  requests: counter('${prefix}_http_requests_total', {
    help: 'HTTP requests answered',
    labels: ['method', 'path', 'status'],
  }),
  duration: histogram('${prefix}_http_request_duration_seconds', {
    help: 'Time to answer an HTTP request',
    labels: ['method', 'path'],
    buckets: pythonBuckets,
  }),
});
`;

const alertsText = ({
  name,
  title,
  code,
  language,
}: Naming): string => `import { called, httpAlerts, narrowed, percent, seconds } from 'cheomseong';
import { ${code}Metrics } from './metrics.ts';

/** ${{ ko: '실행되는 네임스페이스입니다.', en: `Where ${title} runs.` }[language]} */
export const here = { namespace: '${name}' } as const;

/** ${{ ko: 'HTTP API의 오류와 지연, 그리고 사람에게 알리는 기준입니다.', en: 'Errors and latency of its HTTP API, with the limits at which somebody is told.' }[language]} */
export const alerts = httpAlerts(called('${title}'), narrowed(${code}Metrics, here), {
  errors: percent(5),
  latency: seconds(1),
});
`;

const dashboardText = ({
  title,
  code,
  language,
}: Naming): string => `import { type About, dashboard, httpPanels, narrowed } from 'cheomseong';
import { alerts, here } from './alerts.ts';
import { ${code}Metrics } from './metrics.ts';

const http = httpPanels(narrowed(${code}Metrics, here), alerts);

export const overview = (about: About) =>
  dashboard('${title}', {
    ...about,
    description: { ${language}: '${{ ko: `${title}의 요청과 오류와 지연입니다.`, en: `Requests, errors and latency of ${title}.` }[language]}' },
    panels: [http.requestRate, http.errorRate, http.latency],
  });
`;

const indexText = ({
  name,
  title,
  code,
  language,
}: Naming): string => `import { application, group, ownRouting, scrape, secret, service, slack } from 'cheomseong';
import { runbookOf } from '../runbooks.ts';
import { alerts, here } from './alerts.ts';
import { overview } from './dashboard.ts';
import { ${code}Metrics } from './metrics.ts';

/** ${{ ko: '이미 있는 Service입니다. 레이블로 찾아 이 포트에서 수집합니다.', en: 'The Service that is there already: found by its labels, scraped at this port.' }[language]} */
const web = service('${name}', { namespaces: [here.namespace], labels: { app: '${name}' }, ports: { http: 8080 } });

export const ${code} = application('${name}', {
  title: '${title}',
  language: '${language}',
  ...here,
  services: [web],
  scrapes: [scrape(web, { port: 'http', interval: '30s', metrics: [${code}Metrics] })],
  groups: ({ application: name }) => [group(name, { interval: '30s', packs: [alerts] })],
  dashboards: [overview],
  routing: ownRouting({
    receivers: { oncall: slack({ url: secret('${name}-slack', 'url'), channel: '#${name}-alerts' }) },
    route: { receiver: 'oncall', groupBy: ['alertname'] },
    unpaged: '${{ ko: 'Slack이 전부입니다. 밤에는 아무도 깨우지 않습니다.', en: `Slack is all that ${title} has: at night nobody is woken.` }[language]}',
  }),
  runbook: runbookOf,
});
`;

/** The files of a new application, by path. */
export const applicationFiles = (naming: Naming): Readonly<Record<string, string>> => {
  const folder = `apps/${naming.name}`;
  return {
    [`${folder}/index.ts`]: indexText(naming),
    [`${folder}/metrics.ts`]: metricsText(naming),
    [`${folder}/alerts.ts`]: alertsText(naming),
    [`${folder}/dashboard.ts`]: dashboardText(naming),
  };
};
