import { httpAlerts } from '#alerts/http.js';
import { group } from '#alerts/rule/group.js';
import { called } from '#alerts/text/subject.js';
import { application } from '#application/application.js';
import { ownRouting } from '#application/own-routing.js';
import { scrape } from '#application/scrape.js';
import { service } from '#application/service.js';
import { runbookOf } from '../../apps/repository.js';
import { catalog, narrowed } from '#promql/metric/catalog.js';
import { counter, goBuckets, histogram } from '#promql/metric/declare.js';
import { percent, seconds } from '#promql/unit/limit.js';
import { slack } from '#routing/receiver/slack.js';
import { secret } from '#ground/secret.js';

const metrics = catalog({
  requests: counter('shop_http_requests_total', { help: 'Requests', labels: ['path', 'status'] }),
  duration: histogram('shop_http_request_duration_seconds', {
    help: 'Time to answer',
    labels: ['path'],
    buckets: goBuckets,
  }),
});
const here = { namespace: 'shop' } as const;
const web = service('shop', { namespaces: [here.namespace], labels: { app: 'shop' }, ports: { http: 8080 } });
const alerts = httpAlerts(called('Shop'), narrowed(metrics, here), {
  errors: percent(1),
  latency: seconds(1),
});

export const shop = application('shop', {
  title: 'Shop',
  language: 'en',
  ...here,
  services: [web],
  scrapes: [scrape(web, { port: 'http', interval: '30s', metrics: [metrics] })],
  groups: ({ application: name }) => [group(name, { interval: '30s', packs: [alerts] })],
  routing: ownRouting({
    receivers: { oncall: slack({ url: secret('shop-slack', 'url'), channel: '#shop' }) },
    route: { receiver: 'oncall', groupBy: ['alertname'] },
    unpaged: 'Slack is all that the shop has.',
  }),
  runbook: runbookOf,
});
