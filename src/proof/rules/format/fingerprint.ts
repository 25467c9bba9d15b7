import { createHash } from 'node:crypto';
import type { Told } from '#proof/rules/report.js';

/** The same for what is told of the same alert, in whichever line it stands, so that tools know it again. */
export const fingerprintOf = ({ place: { file }, kind, subject, why }: Told): string =>
  createHash('sha256')
    .update(JSON.stringify([file, kind, subject, why]))
    .digest('hex');
