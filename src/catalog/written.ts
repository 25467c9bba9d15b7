import { apart } from '#ground/apart.js';
import { type Declared, knownBuckets } from './declared.js';

/** A text as TypeScript writes it, in single quotes. */
const quoted = (text: string): string =>
  `'${text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", String.raw`\'`)
    .replaceAll('\n', String.raw`\n`)}'`;

const camelCase = (words: readonly string[]): string =>
  words
    .map((word, i) => (i === 0 ? word.toLowerCase() : `${word.charAt(0).toUpperCase()}${word.slice(1)}`))
    .join('');

/** The words of a name, between underscores, or between the dots of OpenTelemetry. */
const wordsOf = (name: string): readonly string[] => name.split(/[_.:]/);

/** The words that all names begin with, as `shop` of `shop_orders_total` and `shop_up`. */
const sharedWords = (names: readonly string[]): number => {
  const [first = [], ...others] = names.map(wordsOf);
  const differs = first.findIndex((word, i) => others.some((each) => each[i] !== word));
  return others.length === 0 ? 0 : Math.max(0, differs);
};

/** What the code calls each metric: its name without what all share and without `_total`, unless two would be called alike. */
export const keysOf = (metrics: readonly Declared[]): readonly string[] => {
  const skipped = sharedWords(metrics.map(({ name }) => name));
  const keyOf = ({ name }: Declared, from: number) => {
    const words = wordsOf(name.replace(/_total$/, '')).slice(from);
    const key = camelCase(words.filter((word) => word !== ''));
    return /^[a-z]/i.test(key) ? key : `_${key}`;
  };
  const short = metrics.map((metric) => keyOf(metric, skipped));
  const keys = metrics.map((metric, i) =>
    short.filter((each) => each === short[i]).length === 1
      ? (short[i] ?? '')
      : camelCase(wordsOf(metric.name)),
  );
  // names that differ by a capital alone
  return apart(keys);
};

const listed = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`;
const keyed = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name));

const valuesOf = (values: Readonly<Record<string, readonly string[]>> = {}): readonly string[] =>
  Object.entries(values).map(([label, known]) => `${keyed(label)}: ${listed(known)}`);

const fieldsOf = (metric: Declared): readonly string[] => [
  ...basicsOf(metric),
  ...(metric.unit === undefined ? [] : [`unit: ${quoted(metric.unit)},`]),
  ...(metric.range === undefined ? [] : [`range: [${metric.range.join(', ')}],`]),
  ...distributionOf(metric),
];

const basicsOf = ({ name, help, labels, values }: Declared): readonly string[] => [
  `help: ${quoted(help === '' ? name : help)},`,
  ...(labels.length > 0 ? [`labels: ${listed(labels)},`] : []),
  ...(values ? [`values: { ${valuesOf(values).join(', ')} },`] : []),
];

const distributionOf = ({ buckets, stored, conventional }: Declared): readonly string[] => [
  ...(buckets ? [`buckets: ${knownBuckets(buckets) ?? `[${buckets.join(', ')}]`},`] : []),
  ...(stored === undefined ? [] : [`stored: ${quoted(stored)},`]),
  ...(conventional !== undefined
    ? [`why: ${quoted(`its program names it so; by the conventions it would be ${conventional}`)},`]
    : []),
];

const makerOf = ({ kind, conventional }: Declared): string =>
  conventional === undefined ? kind : `unconventional.${kind}`;

/** A catalogue as a module, as Prettier lays it out but for its width, under what is said of it. */
export const catalogModule = (name: string, metrics: readonly Declared[], said: string): string => {
  const keys = keysOf(metrics);
  const words = new Set([
    'catalog',
    ...metrics.map((metric) => makerOf(metric).replace(/\..*/, '')),
    ...metrics.flatMap(({ buckets }) => (buckets ? (knownBuckets(buckets) ?? []) : [])),
  ]);
  return [
    `import { ${[...words].toSorted().join(', ')} } from 'cheomseong';`,
    '',
    `/** ${said} */`,
    `export const ${name} = catalog({`,
    ...metrics.flatMap((metric, i) => [
      `  ${keys[i]}: ${makerOf(metric)}(${quoted(metric.name)}, {`,
      ...fieldsOf(metric).map((field) => `    ${field}`),
      '  }),',
    ]),
    '});',
    '',
  ].join('\n');
};

/** The module of a catalogue of what `from` exports: `export const shopMetrics = catalog({ … });` */
export const catalogText = (name: string, metrics: readonly Declared[], from: string): string =>
  catalogModule(
    name,
    metrics,
    `What ${from} exports. Say of labels whose values are a closed set which these are: values: { status: ['ok', 'failed'] }.`,
  );
