import { withParticle } from '#ground/particle.js';
import type { Ending, Found } from './found.js';
import type { Naming } from './naming.js';

const metricsText = ({ name, title, code, prefix, language }: Naming): string => {
  const says = {
    ko: `${withParticle(title, '이/가')} /metrics에 내놓는 지표입니다. 실제로 내놓는 것은 이렇게 봅니다.`,
    en: `What ${title} exports on /metrics. In what this differs from what it really exports:`,
  };
  return `import { catalog, counter, histogram, pythonBuckets } from 'cheomseong';

/**
 * ${says[language]}
 * npx cheomseong catalog http://localhost:8080/metrics --against apps/${name}/metrics.ts
 */
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
};

const alertsText = ({ name, title, code, language }: Naming, ending: Ending): string => {
  const where = { ko: `${withParticle(title, '이/가')} 실행되는 곳입니다.`, en: `Where ${title} runs.` };
  const what = {
    ko: 'HTTP API의 오류와 지연, 그리고 사람에게 알리는 기준입니다.',
    en: 'Errors and latency of its HTTP API, with the limits at which somebody is told.',
  };
  return `import { called, httpAlerts, narrowed, percent, seconds } from 'cheomseong';
import { ${code}Metrics } from './metrics.${ending}';

/** ${where[language]} */
export const here = { namespace: '${name}' } as const;

const http = narrowed(${code}Metrics, here);

/** ${what[language]} */
export const alerts = httpAlerts(called('${title}'), http, {
  errors: percent(5),
  latency: seconds(1),
});
`;
};

const dashboardText = ({ title, code, language }: Naming, ending: Ending): string => {
  const description = {
    ko: `${title}의 요청과 오류와 지연입니다.`,
    en: `Requests, errors and latency of ${title}.`,
  };
  return `import { type About, dashboard, httpPanels, narrowed } from 'cheomseong';
import { alerts, here } from './alerts.${ending}';
import { ${code}Metrics } from './metrics.${ending}';

const http = httpPanels(narrowed(${code}Metrics, here), alerts);

export const overview = (about: About) =>
  dashboard('${title}', {
    ...about,
    description: {
      ${language}: '${description[language]}',
    },
    panels: [http.requestRate, http.errorRate, http.latency],
  });
`;
};

const indexText = ({ name, title, code, language }: Naming, ending: Ending): string => {
  const found = {
    ko: '이미 있는 Service입니다. 레이블로 찾아 이 포트에서 수집합니다.',
    en: 'The Service that is there already: found by its labels, scraped at this port.',
  };
  const unpaged = {
    ko: 'Slack으로만 알리므로 밤에는 아무도 깨우지 않습니다.',
    en: `Slack is all that ${title} has: at night nobody is woken.`,
  };
  return `import {
  application,
  group,
  ownRouting,
  scrape,
  secret,
  service,
  slack,
} from 'cheomseong';
import { runbookOf } from '../runbooks.${ending}';
import { alerts, here } from './alerts.${ending}';
import { overview } from './dashboard.${ending}';
import { ${code}Metrics } from './metrics.${ending}';

/** ${found[language]} */
const web = service('${name}', {
  namespaces: [here.namespace],
  labels: { app: '${name}' },
  ports: { http: 8080 },
});

export const ${code} = application('${name}', {
  title: '${title}',
  language: '${language}',
  ...here,
  services: [web],
  scrapes: [
    scrape(web, {
      port: 'http',
      interval: '30s',
      metrics: [${code}Metrics],
    }),
  ],
  groups: ({ application: name }) => [
    group(name, { interval: '30s', packs: [alerts] }),
  ],
  dashboards: [overview],
  routing: ownRouting({
    receivers: {
      oncall: slack({
        url: secret('${name}-slack', 'url'),
        channel: '#${name}-alerts',
      }),
    },
    route: { receiver: 'oncall', groupBy: ['alertname'] },
    unpaged: '${unpaged[language]}',
  }),
  runbook: runbookOf,
});
`;
};

/** Tests of routes: which labels reach whom. */
const routesText = (file: string, { name, title, language }: Naming): string => {
  const says = {
    ko: {
      head: '누가 무엇을 듣는가',
      urgent: `${title}의 급한 알림은 채널에 갑니다`,
      lesser: `${title}의 경고도 같은 채널에 갑니다`,
    },
    en: {
      head: 'Who is told of what',
      urgent: `What is critical of ${title} reaches its channel`,
      lesser: `Warnings of ${title} reach the same channel`,
    },
  }[language];
  const labels = (alertname: string, severity: string): string =>
    Object.entries({ alertname, severity, application: name, namespace: name })
      .map(([label, value]) => `          ${label}: ${value}`)
      .join('\n');
  return `# ${says.head}: npx cheomseong prove --routes ${file}
tests:
  - name: ${says.urgent}
    alerts:
      - labels:
${labels('HighErrorRate', 'critical')}
        expected_receivers: [oncall]
  - name: ${says.lesser}
    alerts:
      - labels:
${labels('TargetDown', 'warning')}
        expected_receivers: [oncall]
`;
};

/** The files of a new application, by path. */
export const applicationFiles = (
  naming: Naming,
  { base, ending }: Pick<Found, 'base' | 'ending'>,
): Readonly<Record<string, string>> => {
  const folder = `${base}apps/${naming.name}`;
  const routes = `${base}test/routes/${naming.name}.yml`;
  return {
    [`${folder}/index.ts`]: indexText(naming, ending),
    [`${folder}/metrics.ts`]: metricsText(naming),
    [`${folder}/alerts.ts`]: alertsText(naming, ending),
    [`${folder}/dashboard.ts`]: dashboardText(naming, ending),
    [routes]: routesText(routes, naming),
  };
};
