import type { Fault } from '#ground/fault.js';
import type { Secret } from '#ground/secret.js';

/** A certificate by which nothing is checked, since the server is not asked over TLS. */
export const caFaults = (ca: Secret | undefined, overTls: boolean, cure: string): readonly Fault[] =>
  ca === undefined || overTls
    ? []
    : [
        {
          where: 'ca',
          what: `secret('${ca.name}', '${ca.key}')`,
          code: 'tls-not-used',
          why: 'its server is not asked over TLS, so this checks nothing',
          cure,
        },
      ];
