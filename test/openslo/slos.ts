import {
  called,
  catalog,
  counter,
  events,
  histogram,
  latency,
  narrowed,
  not,
  percent,
  seconds,
  slo,
} from 'cheomseong';

const metrics = narrowed(
  catalog({
    requests: counter('shop_http_requests_total', { help: 'Requests', labels: ['path', 'status'] }),
    mails: counter('shop_mails_total', { help: 'Mails' }),
    bounced: counter('shop_mails_bounced_total', { help: 'Bounced' }),
    duration: histogram('shop_http_request_duration_seconds', {
      help: 'Time to answer',
      labels: ['path'],
      buckets: [0.1, 0.5, 1],
    }),
    native: histogram('shop_queue_duration_seconds', { help: 'Time in the queue', stored: 'native' }),
  }),
  { namespace: 'shop' },
);
const { requests, mails, bounced, duration, native } = metrics;
const of = { application: 'shop', subject: called('Shop') } as const;
const served = requests.where({ status: not(/4../), path: not(['/healthz', '/readyz']) });

/** An objective of every kind. */
export const availability = slo('Availability', {
  ...of,
  title: { ko: '가용성', en: 'Availability' },
  sli: events({
    total: served,
    good: served.where({ status: /[23]../ }),
    failures: { ko: '실패한 요청', en: 'requests that failed' },
    example: { good: { path: '/a', status: '200' }, bad: { path: '/a', status: '500' } },
  }),
  objective: percent(99.9),
});
const delivery = slo('MailsHTTPDelivery', {
  ...of,
  title: { en: 'Mails arrive' },
  sli: events({
    total: mails,
    bad: bounced,
    failures: { en: 'mails that bounced' },
    events: { en: 'mails' },
  }),
  objective: percent(99),
  window: '28d',
});
const speed = slo('Speed', {
  ...of,
  title: { en: 'Speed' },
  sli: latency(duration, seconds(1)),
  objective: percent(50),
  alerts: ['3d'],
});
const queue = slo('Queue', {
  ...of,
  title: { en: 'Queue' },
  sli: latency(native, seconds(5)),
  objective: percent(95),
});
export const slos = [availability, delivery, speed, queue];
