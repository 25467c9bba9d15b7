import {
  application,
  called,
  group,
  httpAlerts,
  narrowed,
  ownRouting,
  percent,
  scrape,
  scrapeMetrics,
  seconds,
  secret,
  service,
  slack,
} from 'cheomseong';
import { board, boardMetrics } from './board.js';

const here = { namespace: 'board' } as const;
const web = service('board', { namespaces: [here.namespace], labels: { app: 'board' }, ports: { http: 8000 } });
const exported = narrowed(scrapeMetrics, { ...here, service: 'board' });

/** A Django that counts for itself, which none of the estate does. */
export const boardApplication = application('board', {
  title: 'Board',
  language: 'en',
  ...here,
  services: [web],
  scrapes: [scrape(web, { port: 'http', interval: '30s', metrics: [boardMetrics] })],
  instrumentation: [board],
  groups: [
    group('board', {
      interval: '30s',
      packs: [
        httpAlerts(
          called('Board'),
          { ...narrowed(boardMetrics, here), exported },
          { errors: percent(5), latency: seconds(1) },
        ),
      ],
    }),
  ],
  dashboards: [],
  routing: ownRouting({
    receivers: { slack: slack({ url: secret('board-slack', 'url'), channel: '#board' }) },
    route: { receiver: 'slack', groupWait: '30s', groupInterval: '5m', repeatInterval: '12h' },
    unpaged: 'It is tried, and nobody is woken.',
  }),
});
