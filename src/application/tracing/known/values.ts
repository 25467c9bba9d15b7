import type { Fault } from '#ground/fault.js';
import { instead } from '#ground/nearest.js';
import { isPort } from '#ground/port.js';
import type { Shape } from '#ground/shape.js';
import { isObject } from '#ground/field.js';

const fault = (where: string, value: unknown, why: string, cure: string): readonly Fault[] => [
  {
    where,
    what: value === undefined ? '' : String(value),
    code: value === undefined ? 'missing-field' : 'wrong-type',
    why: value === undefined ? 'it is left out' : why,
    cure,
  },
];

/** A length of time as Go reads it, https://pkg.go.dev/time#ParseDuration: days it does not know. */
export const goDuration: Shape = (where, value) =>
  typeof value === 'string' && /^(\d+(\.\d+)?(ns|us|ms|s|m|h))+$/.test(value)
    ? []
    : fault(where, value, `'${String(value)}' is no duration of Go's`, "write e.g. '10s' or '1m30s'");

/** A whole number that is not negative. */
export const aCount: Shape = (where, value) =>
  Number.isInteger(value) && Number(value) >= 0
    ? []
    : fault(where, value, `${String(value)} is no whole number from 0 on`, 'write one without quotes');

/** A share in hundredths. */
export const aPercentage: Shape = (where, value) =>
  typeof value === 'number' && value >= 0 && value <= 100
    ? []
    : fault(where, value, `${String(value)} is no number from 0 to 100`, 'write e.g. 10');

/** A host and a port without a scheme: a login in front of it would be committed. */
export const anAddress: Shape = (where, value) => {
  if (typeof value === 'string' && value.includes('@'))
    return [
      {
        where,
        what: '(not shown)',
        code: 'login-in-address',
        why: 'it holds a login, which would be committed',
        cure: 'write host and port alone',
      },
    ];
  const [, port] = typeof value === 'string' ? (/^[-a-zA-Z0-9.]+:(\d+)$/.exec(value) ?? []) : [];
  return isPort(Number(port))
    ? []
    : fault(where, value, `'${String(value)}' is no host:port`, "write e.g. 'tempo.monitoring.svc:4317'");
};

/** Fields of which only one of several kinds is held against a shape: `type: latency` goes with the field `latency`. */
export const byType =
  (kinds: Readonly<Record<string, Shape>>): Shape =>
  (where, value) => {
    const type = isObject(value) ? value['type'] : undefined;
    const shape = typeof type === 'string' ? kinds[type] : undefined;
    const known = Object.keys(kinds);
    return shape
      ? shape(where, value)
      : [
          {
            where: `${where}.type`,
            what: String(type ?? ''),
            code: 'no-such-word',
            why: `'${String(type ?? '')}' is none of ${known.join(', ')}`,
            cure: instead(String(type ?? ''), known),
          },
        ];
  };
