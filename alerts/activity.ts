import type { Counter, Gauge } from '../promql/metric/metric.js';
import { noActiveConnections } from './activity/no-active-connections.js';
import { nothingDone } from './activity/nothing-done.js';
import type { Activity } from './activity/activity.js';
import type { Subject } from './text/subject.js';

export { type Activity, connectionCount, timesDone } from './activity/activity.js';

/** Work that stands still in the hours in which it must go on. */
export const workAlerts = (
  subject: Subject,
  metrics: { readonly done: Counter<never, 'count'> },
  activity: Activity,
) => ({ nothingDone: nothingDone(subject, metrics.done, activity) });

/** Connections that are all gone in the hours in which there must be some. */
export const connectionAlerts = (
  subject: Subject,
  metrics: { readonly connections: Gauge<never, 'count'> },
  activity: Activity,
) => ({ noActiveConnections: noActiveConnections(subject, metrics.connections, activity) });
