import { httpAlerts } from '../../alerts/http.js';
import { group } from '../../alerts/rule/group.js';
import { override } from '../../alerts/rule/pack.js';
import { called } from '../../alerts/subject.js';
import { application } from '../../application/application.js';
import { scrape } from '../../application/scrape.js';
import { service } from '../../application/service.js';
import { narrowed } from '../../promql/metric/catalog.js';
import { percent, seconds } from '../../promql/unit/limit.js';
import { slack } from '../../routing/receiver/slack.js';
import { routing } from '../../routing/routing.js';
import { secret } from '../../routing/secret.js';
import { runbookOf } from '../repository.js';
import { observerMetrics } from './metrics.js';

const web = service('observer', {
  namespaces: ['observer-prod', 'observer-staging'],
  labels: { app: 'observer' },
  ports: { http: 8000 },
});
const m = narrowed(observerMetrics, { namespace: 'observer-prod' });

export const observer = application('observer', {
  title: 'Observer',
  language: 'ko',
  namespace: 'observer-prod',
  services: [web],
  scrapes: [scrape(web, { port: 'http', interval: '30s', metrics: [observerMetrics] })],
  groups: [
    group('observer', {
      interval: '30s',
      packs: [
        override(httpAlerts(called('Observer'), m, { errors: percent(5), latency: seconds(5) }), {
          highErrorRate: { name: 'ObserverHighErrorRate' },
          highLatency: { name: 'ObserverHighLatency' },
        }),
      ],
    }),
  ],
  routing: routing({
    language: 'ko',
    receivers: { slack: slack({ url: secret('observer-slack', 'url'), channel: '#observer-alerts' }) },
    route: {
      receiver: 'slack',
      matchers: { application: 'observer' },
      groupBy: ['alertname', 'severity'],
      groupWait: '10s',
      groupInterval: '10s',
      repeatInterval: '12h',
    },
  }),
  runbook: runbookOf('observer'),
});
