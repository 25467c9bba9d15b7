import {
  bytes,
  connectionsExhausted,
  count,
  databaseDown,
  dockerCompose,
  elasticsearchAlerts,
  highBounceRate,
  hostCpuHigh,
  hostDiskBusy,
  hostDiskSpaceLow,
  httpAlerts,
  indicesOf,
  lighthouseAlerts,
  mebibytes,
  noLogsArriving,
  override,
  percent,
  perSecond,
  seconds,
  serviceDown,
  slowQueries,
  type Subject,
  targetDown,
  together,
  tooManyConnections,
  tooManyRequestsInFlight,
  tooManySessions,
  webVitalAlerts,
} from 'cheomseong';
import { logs } from './logs.js';
import { api, elasticsearch, lighthousePages, node, postgres, scrapes, textfiles, web } from './metrics.js';

/** One host with Docker Compose. */
export const place = dockerCompose('maintenance');
const whole: Subject = { ko: '유지보수 시스템', en: 'Maintenance', place };
const server: Subject = { ko: '유지보수 API 서버', en: 'Maintenance API', place };
const website: Subject = { ko: '유지보수', en: 'Maintenance', place };

/**
 * Alerts from the owners' own targets. Of bundles, images and sessions their documents name no figures: scripts and images together stay
 * under the 1600 KiB at which Lighthouse calls a page heavy, and a share of sessions that end after one page is told that no website of
 * its kind has while it works.
 */
export const alerts = together(
  httpAlerts(server, api, { errors: percent(1), latency: seconds(0.2) }),
  { tooManyRequestsInFlight: tooManyRequestsInFlight(server, api, { most: count(1000) }) },
  webVitalAlerts(website, web, { fcp: seconds(1.8), tti: seconds(3.8) }),
  { highBounceRate: highBounceRate(website, web, { most: percent(70) }) },
  lighthouseAlerts(website, lighthousePages, {
    score: percent(90),
    speedIndex: seconds(3.4),
    bundle: bytes(350 * 1024),
    images: mebibytes(1),
    file: `${textfiles}/lighthouse.prom`,
  }),
  {
    tooManySessions: tooManySessions(website, web, { most: count(1000) }),
    slowQueries: slowQueries(server, api, { slow: seconds(0.1) }),
    // 100 is all that PostgreSQL accepts unless it is told otherwise, and clients can have fewer: a share of those is told of too.
    tooManyConnections: tooManyConnections(whole, postgres, { most: count(100) }),
    // An exporter without a superuser's connection tells of nothing once the last is taken.
    connectionsExhausted: override(connectionsExhausted(whole, postgres, { used: percent(90) }), {
      keepFiringFor: '10m',
    }),
    hostCpuHigh: hostCpuHigh(whole, node, { busy: percent(70) }),
    hostDiskBusy: hostDiskBusy(whole, node, { operations: perSecond(1000) }),
    // On a full one Prometheus keeps nothing, and no alert of the others sees anything.
    hostDiskSpaceLow: hostDiskSpaceLow(whole, node, { left: percent(10) }),
  },
  elasticsearchAlerts(whole, elasticsearch, { holds: { ko: '로그', en: 'logs' } }),
  {
    noLogsArriving: noLogsArriving(whole, elasticsearch, { logs: indicesOf(logs) }),
    // Without these the others are blind, and look as if all were well.
    serviceDown: serviceDown(whole, scrapes, { jobs: ['api', 'website'] }),
    targetDown: targetDown(whole, scrapes, { jobs: ['postgres', 'node', 'elasticsearch'] }),
    databaseDown: databaseDown(whole, postgres),
  },
);
