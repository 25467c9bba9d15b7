/** A metric as an exporter exposes it: its type, and the labels of each of its series. */
export interface Family {
  readonly type: string;
  readonly help: string;
  readonly series: readonly Readonly<Record<string, string>>[];
}

const metadata = /^# (TYPE|HELP) (\S+) ?(.*)$/;
const sample = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? \S+(?: -?\d+)?$/;
const label = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"(?:,|$)/y;
const escapes: Readonly<Record<string, string>> = { n: '\n', '\\': '\\', '"': '"' };

/**
 * The metrics of a scrape in Prometheus's text format, by name; `_bucket`, `_sum` and `_count` belong to their histogram or
 * summary. https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
 *
 * @throws Error on a line that is none of that format.
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
  return found;
};

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
