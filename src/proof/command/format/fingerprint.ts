import { keyOf } from '#alerts/rule/rule.js';
import { createHash } from 'node:crypto';
import type { Failure } from '#proof/command/report.js';

/** The same for the same scenario of the same alert, whatever came of it, so that tools know it again. */
export const fingerprint = ({ proven, what }: Failure): string =>
  createHash('sha256')
    .update(JSON.stringify([proven.context.application, keyOf(proven.alert), what]))
    .digest('hex');
