import type { Fault } from '#ground/fault.js';
import type { ProbeModule } from '#application/exporter/blackbox/module.js';
import { isHostAndPort } from './static-target.js';

/** Whether a user or a password stands before the host, behind a scheme or not. */
const hasLogin = (target: string): boolean => /^([a-z][a-z0-9+.-]*:\/\/)?[^/?#]*@/i.test(target);

const hostOf = (target: string): string =>
  target.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/[/?#].*/, '');

interface Wanted {
  readonly takes: (target: string) => boolean;
  /** Why another is not taken, as the end of a sentence that names it. */
  readonly isNot: string;
  readonly write: (target: string) => string;
}

const isUrl = (target: string): boolean =>
  URL.canParse(target) && /^https?:\/\/[^/]/.test(target) && new URL(target).hash === '';

/** What each prober asks. */
const wanted: Readonly<Record<ProbeModule['prober'], Wanted>> = {
  http: {
    takes: isUrl,
    isNot:
      'is no URL of http or https: without a scheme it would be asked by plain http, and its certificate by nobody',
    write: (target) =>
      `https://${target.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/#.*/, '') || 'shop.example/'}`,
  },
  tcp: {
    takes: isHostAndPort,
    isNot: 'is no host with a port, which alone can be connected to',
    write: (target) => {
      const host = hostOf(target) || 'shop.example';
      return /:\d+$/.test(host) ? host : `${host}:443`;
    },
  },
  dns: {
    takes: (target) => isHostAndPort(/:\d+$/.test(target) ? target : `${target}:53`),
    isNot: 'is no server that could be asked for a name',
    write: (target) => hostOf(target) || '1.1.1.1',
  },
};

/** What of targets a module cannot ask, or would ask otherwise than they say. */
export const endpointFaults = ({ prober }: ProbeModule, targets: readonly string[]): readonly Fault[] => [
  ...(targets.length > 0
    ? []
    : [
        {
          where: 'targets',
          what: '',
          code: 'holds-nothing' as const,
          why: 'it has none, so nothing is asked',
          cure: 'write at least one',
        },
      ]),
  ...targets.flatMap((target, i): readonly Fault[] => {
    const where = `targets[${i}]`;
    if (hasLogin(target))
      return [
        {
          where,
          what: '(not shown)',
          code: 'login-in-address',
          why: 'its login would be committed and readable by everybody, and stored in the label instance',
          cure: 'leave it out, and give the module basicAuth or bearerToken, by secret(name, key)',
        },
      ];
    const { takes, isNot, write } = wanted[prober];
    return takes(target)
      ? []
      : [
          {
            where,
            what: target,
            code: 'bad-address',
            why: `'${target}' ${isNot}`,
            cure: `write e.g. '${write(target)}'`,
          },
        ];
  }),
];
