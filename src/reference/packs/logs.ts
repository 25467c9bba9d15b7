import { logErrorsSurging } from '#alerts/log/log-errors-surging.js';
import { noLogsWritten } from '#alerts/log/no-logs-written.js';
import { perSecond } from '#promql/unit/limit.js';
import { subject } from './shop.js';
import type { Packs } from './pack.js';

const agent = { namespaces: ['shop'] } as const;

export const logPacks: Packs = {
  logErrorsSurging: { errorsSurging: logErrorsSurging(subject, agent, { rate: perSecond(1) }) },
  noLogsWritten: { noLogsWritten: noLogsWritten(subject, agent, { app: 'shop' }) },
};
