import {
  cacheAlerts,
  collectorAlerts,
  connectionsExhausted,
  databaseDown,
  highMemoryUsage,
  httpAlerts,
  type Localized,
  logsDropped,
  logsNotSent,
  override,
  percent,
  perSecond,
  podDown,
  resourcesRejected,
  seconds,
  together,
  traceAgentOf,
  traceGatewayOf,
} from 'cheomseong';
import { agentMetrics } from './logs.js';
import { collectors, deployments, operator, platform, postgres, redis, server } from './metrics.js';

export const subject: Localized = { ko: '오점너', en: 'Ojeomneo' };

/**
 * What is bad enough is told within the five minutes that are promised. HighErrorRate and HighLatency wait for five, and so take seven to
 * eleven, as their pages say: of fewer failures than a tenth the promise cannot be kept.
 */
export const surging = override(
  httpAlerts(subject, server, {
    errors: percent(10),
    latency: seconds(5),
    leastTraffic: perSecond(0.5),
  }),
  {
    highErrorRate: { name: 'ErrorsSurging', window: '2m', for: '1m' },
    highLatency: { name: 'LatencySurging', window: '2m', for: '1m', severity: 'critical' },
  },
);

/** What 95 of 100 requests stay under; traces of those that take longer are kept. */
export const slow = seconds(2);

export const alerts = override(
  together(
    httpAlerts(subject, server, { errors: percent(5), latency: slow }),
    { errorsSurging: surging.highErrorRate, latencySurging: surging.highLatency },
    {
      podDown: podDown(subject, platform, { deployments }),
      highMemoryUsage: highMemoryUsage(subject, platform, { deployments, memory: percent(80) }),
      connectionsExhausted: connectionsExhausted(subject, postgres, { used: percent(90) }),
      // Where all connections are taken between two scrapes nobody sees them grow: then the exporter cannot log in.
      databaseDown: databaseDown(subject, postgres),
    },
    collectorAlerts(subject, collectors, {
      gateway: traceGatewayOf('ojeomneo'),
      agent: traceAgentOf('ojeomneo'),
    }),
    {
      logsDropped: logsDropped(subject, agentMetrics),
      logsNotSent: logsNotSent(subject, agentMetrics),
      // Of the whole cluster: of all applications it is the one that tells people by several Secrets, of which the others still tell.
      resourcesRejected: resourcesRejected(subject, operator),
    },
    cacheAlerts(subject, redis, { hits: percent(70), memory: percent(80) }),
  ),
  {
    highMemoryUsage: { name: 'HighMemory' },
    // Once the last connection is taken the exporter has none either, and the alert would resolve.
    connectionsExhausted: { name: 'DBConnectionExhausted', keepFiringFor: '10m' },
    databaseDown: { name: 'DBDown' },
  },
);
