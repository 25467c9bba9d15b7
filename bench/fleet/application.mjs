// An application of a fleet as the files of a team have it. It is like Observer: one service in two environments, an exporter of its database,
// eight alerts, a dashboard, a Slack channel. Limits and times differ from one to the next, so that what is remembered of one is of little use
// to another, as in a fleet of many teams.

/** The word that the numbers of a fleet's applications follow: `relay-0001`, as TypeScript and alerts write it too. */
const formsOf = (number) => {
  const digits = String(number).padStart(4, '0');
  return { name: `relay-${digits}`, word: `relay${digits}`, title: `Relay${digits}` };
};

const alertsText = ({ name, word, title }, number) => `import {
  called,
  catalog,
  counter,
  databaseDown,
  histogram,
  hours,
  httpAlerts,
  kubernetes,
  narrowed,
  nothingDone,
  override,
  percent,
  postgresExporterMetrics,
  prefixed,
  pythonBuckets,
  scrapeMetrics,
  seconds,
  together,
  workdays,
  workloadAlerts,
} from 'cheomseong';

/** What ${title} exports on /metrics. */
export const metrics = catalog({
  requests: counter('${word}_http_requests_total', {
    help: 'HTTP requests answered',
    labels: ['method', 'endpoint', 'status'],
  }),
  duration: histogram('${word}_http_request_duration_seconds', {
    help: 'Time to answer an HTTP request',
    labels: ['method', 'endpoint'],
    buckets: pythonBuckets,
  }),
  filesWritten: counter('${word}_files_written_total', {
    help: 'Files written',
    labels: ['track'],
    values: { track: ['swing', 'scalp'] },
  }),
});

/** What it is watched in; its other environment is \`${name}-staging\`. */
export const production = { namespace: '${name}-prod' } as const;

const own = {
  ...narrowed(metrics, production),
  exported: narrowed(scrapeMetrics, { ...production, service: '${name}' }),
};
const platform = narrowed(kubernetes, production);
const database = narrowed(postgresExporterMetrics, production);
const name = called('${title}');

const files = {
  what: { ko: '파일 저장', en: 'files written' },
  during: hours({ days: workdays, from: '09:00', to: '15:30', timeZone: 'Asia/Seoul' }),
  impact: {
    ko: '이 시간의 데이터가 쌓이지 않습니다. 나중에 다시 받을 수 없는 데이터라면 영영 잃습니다.',
    en: 'The data of this time is not collected. What cannot be fetched later is lost.',
  },
};

export const containers = ['${name}'] as const;

export const alerts = override(
  prefixed(
    '${title}',
    together(
      workloadAlerts(name, platform, { containers, memory: percent(${80 + (number % 15)}) }),
      httpAlerts(name, own, { errors: percent(${1 + (number % 9)}), latency: seconds(${[0.5, 1, 2.5, 5][number % 4]}) }),
      {
        nothingDone: nothingDone(name, { done: own.filesWritten, up: platform.up }, files),
        databaseDown: databaseDown(name, database),
      },
    ),
  ),
  { nothingDone: { name: '${title}NoDataWritten' } },
);
`;

const indexText = ({ name, word, title }) => `import {
  type About,
  adjusted,
  application,
  dashboard,
  databaseUp,
  declaredSecret,
  group,
  httpPanels,
  kubernetes,
  labelValues,
  narrowed,
  ownRouting,
  postgresExporter,
  postgresExporterMetrics,
  row,
  scrape,
  secret,
  service,
  slack,
  timeseries,
  workPanels,
  workloadPanels,
  yes,
} from 'cheomseong';
import { alerts, containers, metrics, production } from './alerts.js';

const web = service('${name}', {
  namespaces: [production.namespace, '${name}-staging'],
  labels: { app: '${name}' },
  ports: { http: 8000 },
});

/** What the exporter logs in to PostgreSQL with: a role of its own. */
const login = declaredSecret('${name}-db-monitoring', {
  namespace: production.namespace,
  keys: { username: 'a role with pg_monitor', password: 'the password of that role' },
});

/** The reader chooses between production and staging. */
const namespace = labelValues('namespace', metrics.requests);
const own = narrowed(metrics, { namespace });
const platform = narrowed(kubernetes, { namespace });
const pod = labelValues('pod', own.requests, { multiple: true });
const http = httpPanels(narrowed(metrics, { namespace, pod }), alerts);
const pods = workloadPanels(platform, { containers }, alerts);
const files = workPanels(
  { done: own.filesWritten },
  { title: 'Files Written', what: { ko: '저장한 파일', en: 'files written' }, by: 'track' },
  alerts,
);

const postgresUp = timeseries('PostgreSQL Up', {
  description: {
    ko: '운영 환경의 PostgreSQL에 익스포터가 접속할 수 있었는지입니다(1은 가능). 익스포터가 사라져도 0입니다.',
    en: 'Whether the exporter could connect to the PostgreSQL of production: 1 where it could, 0 too where the exporter is gone.',
  },
  signal: databaseUp(narrowed(postgresExporterMetrics, production)),
  legend: 'PostgreSQL',
  unit: 'none',
  decimals: 0,
  max: yes,
  limits: [alerts.databaseDown],
});

const productionDashboard = (about: About) =>
  dashboard('${title} Production', {
    ...about,
    description: {
      ko: '${title}이(가) 요청에 답하고, 받은 것을 파일로 남기고 있는지 한눈에 봅니다.',
      en: 'Whether ${title} answers requests and writes what it receives to files.',
    },
    refresh: '30s',
    timezone: 'Asia/Seoul',
    variables: [namespace, pod],
    panels: [
      row('Data', [files.sinceLast, files.inRange, files.perMinute, files.lately, postgresUp]),
      row('HTTP', [
        adjusted(http.requestRate, { width: 8 }),
        adjusted(http.errorRate, { width: 8 }),
        adjusted(http.latency, { width: 8 }),
      ]),
      row('Pods', [
        pods.memoryShare,
        pods.restarts,
        adjusted(pods.memory, { width: 8 }),
        adjusted(pods.throttling, { width: 8 }),
        adjusted(pods.podStatus, { width: 8 }),
      ]),
    ],
  });

/** Collects what comes in, and appends it to files in its hours. */
export const ${word} = application('${name}', {
  title: '${title}',
  language: ['ko', 'en'],
  ...production,
  services: [web],
  scrapes: [scrape(web, { port: 'http', interval: '30s', timeout: '10s', metrics: [metrics] })],
  exporters: ({ namespace: at }) => [
    postgresExporter('${name}-postgres-exporter', {
      namespace: at,
      database: '${name}-db:5432/${word}',
      user: login.key('username'),
      password: login.key('password'),
      sslMode: 'disable',
    }),
  ],
  platform: [kubernetes],
  network: false,
  groups: ({ application: name }) => [group(name, { interval: '30s', packs: [alerts] })],
  dashboards: [productionDashboard],
  routing: ownRouting({
    receivers: { slack: slack({ url: secret('${name}-slack', 'url'), channel: '#${name}-alerts' }) },
    route: { receiver: 'slack', groupWait: '10s', groupInterval: '10s', repeatInterval: '12h' },
    inhibit: [
      {
        source: { alertname: '${title}DatabaseDown' },
        target: { alertname: ['${title}HighErrorRate', '${title}HighLatency'] },
        equal: ['application'],
      },
    ],
    unpaged: 'Slack is all that ${title} has.',
    resolveTimeout: '5m',
  }),
});
`;

/** The application with this number: its name in TypeScript, its folder below `apps/`, and its files, text by path from the estate. */
export const applicationOf = (number) => {
  const forms = formsOf(number);
  return {
    word: forms.word,
    name: forms.name,
    files: {
      [`apps/${forms.name}/alerts.ts`]: alertsText(forms, number),
      [`apps/${forms.name}/index.ts`]: indexText(forms),
    },
  };
};
