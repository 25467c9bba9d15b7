/** A metric as an exporter exposes it: its type, and the labels of each of its series. */
export interface Family {
  readonly type: string;
  readonly help: string;
  readonly series: readonly Readonly<Record<string, string>>[];
}

const metadata = /^# (TYPE|HELP) (\S+) ?(.*)$/;
/** A name, labels, a value, and what OpenMetrics may say beside it: a timestamp, an exemplar. */
const sample = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*?)\})? \S+(?: -?[\d.]+)?(?: # \{.*)?$/;
const label = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"(?:,|$)/y;
const escapes: Readonly<Record<string, string>> = { n: '\n', '\\': '\\', '"': '"' };

/**
 * The metrics of a scrape in Prometheus's text format or OpenMetrics, by name; `_bucket`, `_sum` and `_count` belong to their histogram
 * or summary. https://prometheus.io/docs/instrumenting/exposition_formats/
 *
 * @throws Error on a line that is none of these formats.
 */
export const families = (exposition: string): ReadonlyMap<string, Family> => {
  const found = new Map<string, { type: string; help: string; series: Record<string, string>[] }>();
  const family = (name: string) => {
    const known = found.get(name) ?? { type: 'untyped', help: '', series: [] };
    found.set(name, known);
    return known;
  };
  for (const line of exposition.split('\n').filter((each) => each !== '')) {
    const [, keyword, described = '', text = ''] = metadata.exec(line) ?? [];
    if (keyword === 'TYPE') family(described).type = text;
    else if (keyword === 'HELP') family(described).help = text;
    else if (!line.startsWith('#')) {
      const [, name, labels = ''] = sample.exec(line) ?? [];
      if (name === undefined) throw new Error(`'${line}' is no sample`);
      family(partOf(name, found)).series.push(labelsIn(labels, line));
    }
  }
  return /^# EOF$/m.test(exposition) ? ofOpenMetrics(found) : found;
};

/** OpenMetrics names a counter without the `_total` under which its series are stored, and says when each began. */
const ofOpenMetrics = (found: ReadonlyMap<string, Family>): ReadonlyMap<string, Family> => {
  const counters = [...found].flatMap(([name, { type }]) => (type === 'counter' ? [name] : []));
  const besides = new Set(counters.flatMap((name) => [name, `${name}_created`]));
  return new Map(
    [...found]
      .filter(([name]) => !besides.has(name))
      .map(([name, family]) => {
        const counter = counters.find((each) => `${each}_total` === name);
        return [name, counter === undefined ? family : { ...family, ...described(found.get(counter)) }];
      }),
  );
};

const described = ({ type, help }: Pick<Family, 'type' | 'help'> = { type: 'untyped', help: '' }) => ({
  type,
  help,
});

const partOf = (name: string, known: ReadonlyMap<string, { readonly type: string }>): string => {
  const whole = name.replace(/_(bucket|sum|count)$/, '');
  return ['histogram', 'summary'].includes(known.get(whole)?.type ?? '') ? whole : name;
};

const labelsIn = (text: string, line: string): Record<string, string> => {
  const labels: Record<string, string> = {};
  label.lastIndex = 0;
  while (label.lastIndex < text.length) {
    const [, name, value] = label.exec(text) ?? [];
    if (name === undefined || value === undefined) throw new Error(`'${line}' has labels that are none`);
    labels[name] = value.replace(/\\(.)/g, (_, escaped: string) => escapes[escaped] ?? escaped);
  }
  return labels;
};
