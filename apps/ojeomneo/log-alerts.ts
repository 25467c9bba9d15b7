import { logErrorsSurging, logGroup, noLogsWritten, override, perSecond } from 'cheomseong';
import { subject } from './alerts.js';
import { logs } from './logs.js';

/**
 * What only logs tell: errors that fail no request, and a server that has fallen silent. The plan wants 100 requests a second to be possible and
 * less than 1% of them to fail: where each that fails writes a line, 1 line a second is the most that is allowed at the greatest load. At less
 * load the share of requests tells sooner (HighErrorRate), so nobody is told twice of one fault by a limit that is lower. Between two lunches
 * there is a night and nobody asks: a server is silent when it says nothing for twelve hours. Of these Loki reads one at a time.
 */
export const logAlerts = override(
  {
    errorsSurging: logErrorsSurging(subject, logs, { rate: perSecond(1) }),
    serverSilent: noLogsWritten(subject, logs, { app: 'ojeomneo-server' }),
  },
  { serverSilent: { window: '1h', for: '11h' } },
);
export const logGroups = [logGroup('ojeomneo-logs', { packs: [logAlerts] })];
