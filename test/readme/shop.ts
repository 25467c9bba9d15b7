import {
  application,
  called,
  catalog,
  counter,
  goBuckets,
  group,
  histogram,
  httpAlerts,
  narrowed,
  ownRouting,
  percent,
  scrape,
  seconds,
  secret,
  service,
  slack,
} from 'cheomseong';
import { runbookOf } from './runbooks.js';

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
