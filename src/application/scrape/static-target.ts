import type { Code } from '#ground/codes/codes.js';
import type { Fault } from '#ground/fault.js';
import { isPort } from '#ground/port.js';
import { twice } from '#ground/repeated.js';
import { isLegacyLabelName } from '#promql/metric/spelling.js';

/** A target that is written down. */
export interface StaticTarget {
  /** Where it answers, `db-1.example:9187`; of one that an exporter is asked about, whatever that takes: `redis://cache-2:6379`. */
  readonly address: string;
  /** Labels of all its series. `instance` names it where its address says nothing to people. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** What a target's series are called by in the label `instance`. */
export const instanceOf = ({ address, labels = {} }: StaticTarget): string => labels['instance'] ?? address;

/** Labels that the scrape gives to all of its targets. */
const given = ['job', 'namespace'];

/** Whether Prometheus can ask there: a host, or an IPv6 address in brackets, and a port. */
export const isHostAndPort = (address: string): boolean => {
  const [, port = ''] = /^(?:[a-z0-9](?:[-.\w]*[a-z0-9])?|\[[0-9a-f:.]+\]):(\d+)$/i.exec(address) ?? [];
  return isPort(Number(port));
};

const hasLogin = (address: string): boolean =>
  /:\/\/[^/?#]*@|^[^/?#]*:[^/?#]*@|(pass(word)?|token|secret)=/i.test(address);

/** An address as it is wanted, of one that is a URL. */
const hostAndPort = (address: string): string => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url?.hostname) return 'db-1.example:9187';
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
};

/** It is told of alone: all else that is told names the address. */
const loginFaults = (targets: readonly StaticTarget[]): readonly Fault[] =>
  targets.flatMap(({ address }, i) =>
    hasLogin(address)
      ? [
          {
            where: `targets[${i}].address`,
            what: '(not shown)',
            code: 'login-in-address',
            why: 'its login would be committed and readable by everybody, and stored in the label instance',
            cure: 'leave it out: a target is shown basicAuth or bearerToken, and an exporter has its own configuration for whom it asks',
          },
        ]
      : [],
  );

const addressFaults = (where: string, address: string, isAskedThrough: boolean): readonly Fault[] =>
  (isAskedThrough ? address.trim() !== '' : isHostAndPort(address))
    ? []
    : [
        {
          where,
          what: address,
          code: 'bad-address',
          why: `'${address}' is no ${isAskedThrough ? 'target' : 'host with a port'}`,
          cure: `write e.g. '${hostAndPort(address)}'; scheme, path and parameters stand beside it`,
        },
      ];

const labelFaults = (where: string, labels: Readonly<Record<string, string>>, isAskedThrough: boolean) =>
  Object.keys(labels).flatMap((label): readonly Fault[] => {
    const fault = (code: Code, why: string, cure: string): Fault => ({ where, what: label, code, why, cure });
    if (!isLegacyLabelName(label) || label.startsWith('__'))
      return [
        fault('bad-label-name', `'${label}' is no name of a label that stays`, 'write letters, digits and _'),
      ];
    if (given.includes(label))
      return [
        fault(
          'reserved-label',
          `${label} is of all targets of a scrape`,
          `give it to the scrape: ${label}: '…'`,
        ),
      ];
    return isAskedThrough && label === 'instance'
      ? [
          fault(
            'reserved-label',
            'instance is what the exporter is asked about',
            'give it a label of another name',
          ),
        ]
      : [];
  });

/**
 * What is wrong with targets that are written down.
 *
 * @param wanted labels with which metrics are declared that neither exporters nor scraping set.
 */
export const targetFaults = (
  targets: readonly StaticTarget[],
  wanted: readonly string[],
  isAskedThrough: boolean,
): readonly Fault[] => {
  const logins = loginFaults(targets);
  return logins.length > 0 ? logins : writtenFaults(targets, wanted, isAskedThrough);
};

const writtenFaults = (
  targets: readonly StaticTarget[],
  wanted: readonly string[],
  isAskedThrough: boolean,
): readonly Fault[] => [
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
  ...targets.flatMap(({ address, labels = {} }, i) => [
    ...addressFaults(`targets[${i}].address`, address, isAskedThrough),
    ...labelFaults(`targets[${i}].labels`, labels, isAskedThrough),
    ...[...new Set(wanted)]
      .filter((label) => !(label in labels))
      .map((label) => ({
        where: `targets[${i}].labels`,
        what: label,
        code: 'no-such-label' as const,
        why: `a metric of the scrape is declared with the label ${label}, which target ${address} does not have`,
        cure: `give it one: { address: '${address}', labels: { ${label}: '…' } }`,
      })),
  ]),
  ...twice(targets.map(instanceOf)).map((instance) => ({
    where: 'targets',
    what: instance,
    code: 'target-twice' as const,
    why: `two targets are called ${instance}, and their series are one to Prometheus`,
    cure: 'write it once, or give each an instance of its own',
  })),
];
