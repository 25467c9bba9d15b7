import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import type { AnyMetric } from '#promql/metric/metric.js';

/** What the module calls functions of its own: nothing of the catalogues is called so. */
const taken: readonly string[] = [
  ...['Answer', 'Begin', 'Check', 'Debug', 'Debugging', 'DeclareRoute', 'Error', 'Handler', 'Health', 'Info'],
  ...['LogFields', 'Middleware', 'Mount', 'Output', 'Ready', 'Registry', 'RequestID', 'ServeMux', 'SpanOf'],
  ...['Warning', 'WatchPool', 'WithRequest'],
];

/** Words of Go, with what the code about a parameter calls its own. */
const words: readonly string[] = [
  ...['break', 'case', 'chan', 'const', 'continue', 'default', 'defer', 'else', 'fallthrough', 'for', 'func'],
  ...['go', 'goto', 'if', 'import', 'interface', 'map', 'package', 'range', 'return', 'select', 'struct'],
  ...[
    'switch',
    'type',
    'var',
    'nil',
    'true',
    'false',
    'string',
    'error',
    'panic',
    'recover',
    'int',
    'float64',
  ],
  ...['context', 'prometheus', 'time', 'ctx', 'start', 'err', 'cause', 'seconds', 'outcome', 'ended'],
];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const camel = (text: string): string =>
  text
    .split(/[^a-zA-Z0-9]+/)
    .filter(Boolean)
    .map((part, index) => (index === 0 ? part : part === 'id' ? 'ID' : capital(part)))
    .join('');

/** A function of an operation: `Query` of `query`. */
export const exported = (name: string): string => capital(camel(name));

/** The parameter of a label: `paymentMethod` of `payment_method`. */
export const parameter = (label: string): string => {
  const name = camel(label);
  return words.includes(name) ? `${name}Label` : name;
};

/** A package is called in small letters. */
export const packageName = (name: string): string => name.toLowerCase();

/** What a metric is called within the module, and by the application's own code. */
export interface MetricName {
  readonly own: string;
  readonly exported: string;
}

/**
 * Names of all metrics, by the keys of their catalogues; by a metric's own name where two have one key, or where the module calls something
 * else so.
 */
export const metricNames = ({
  catalogs,
  operations,
}: Pick<Instrumentation, 'catalogs' | 'operations'>): ((metric: AnyMetric) => MetricName) => {
  const all = catalogs.flatMap((each) => Object.entries(each));
  const others = new Set([
    ...taken,
    ...Object.keys(operations).flatMap((name) => [exported(name), `Declare${exported(name)}`]),
  ]);
  const named = new Map(
    all.map(([key, { info }]): readonly [string, MetricName] => {
      const isFree =
        !others.has(exported(key)) && all.filter(([other]) => exported(other) === exported(key)).length === 1;
      const name = isFree ? camel(key) : camel(info.name);
      return [info.name, { own: `${name}${capital(info.kind)}`, exported: exported(name) }];
    }),
  );
  return ({ info }) => named.get(info.name) ?? { own: camel(info.name), exported: exported(info.name) };
};
