import {
  type Application,
  type ApplicationSpec,
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

/** What the shop exports. */
export const metrics = catalog({
  requests: counter('shop_http_requests_total', { help: 'Requests', labels: ['path', 'status'] }),
  duration: histogram('shop_http_request_duration_seconds', {
    help: 'Time to answer',
    labels: ['path'],
    buckets: goBuckets,
  }),
});

export const here = { namespace: 'shop' } as const;
export const web = service('shop', {
  namespaces: [here.namespace],
  labels: { app: 'shop' },
  ports: { http: 8080 },
});
export const oncall = slack({ url: secret('shop-slack', 'url'), channel: '#shop' });

/** A shop as its team describes it, but for what else is said of it. */
export const shop = (spec: Partial<ApplicationSpec> = {}, name = 'shop'): Application =>
  application(name, {
    title: 'Shop',
    language: 'en',
    ...here,
    services: [web],
    scrapes: [scrape(web, { port: 'http', interval: '30s', metrics: [metrics] })],
    groups: () => [
      group(name, {
        interval: '30s',
        packs: [
          httpAlerts(called('Shop'), narrowed(metrics, here), { errors: percent(1), latency: seconds(1) }),
        ],
      }),
    ],
    routing: ownRouting({
      receivers: { oncall },
      route: { receiver: 'oncall', groupBy: ['alertname'] },
      unpaged: 'Slack is all that the shop has.',
    }),
    runbook: (alert) => `https://wiki.example.org/${name}/${alert}`,
    ...spec,
  });
