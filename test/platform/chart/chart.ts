import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { isObject, valueAt } from '#ground/field.js';
import { leaves } from './keys.js';

/** A chart as it lies unpacked in a folder, with those that it brings. */
export interface Chart {
  readonly name: string;
  readonly version: string;
  readonly appVersion: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** All of its templates as one text. */
  readonly templates: string;
  readonly subcharts: readonly Chart[];
}

const object = (value: unknown): Readonly<Record<string, unknown>> => (isObject(value) ? value : {});

const textsBelow = (folder: string): string =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(yaml|tpl|txt)$/.test(path))
        .map((path) => readFileSync(join(folder, path), 'utf8'))
        .join('\n')
    : '';

export const readChart = (folder: string): Chart => {
  const yaml = (file: string) => object(parse(readFileSync(join(folder, file), 'utf8')));
  const { name, version, appVersion } = yaml('Chart.yaml');
  const below = join(folder, 'charts');
  return {
    ...{ name: String(name), version: String(version), appVersion: String(appVersion) },
    values: yaml('values.yaml'),
    templates: textsBelow(join(folder, 'templates')),
    subcharts: (existsSync(below) ? readdirSync(below) : [])
      .filter((each) => existsSync(join(below, each, 'Chart.yaml')))
      .map((each) => readChart(join(below, each))),
  };
};

const isMap = (value: unknown): boolean => isObject(value) && Object.keys(value).length > 0;

/** Maps with something in them that are free all the same: each section and each setting of Grafana's own file. */
const isFree = (field: readonly (string | number)[]): boolean => field.includes('grafana.ini');

const quoted = (field: readonly (string | number)[]): string => field.join('\\.');

/** Whether a template asks for a key: `.Values.grafana.sidecar.datasources.url`. */
const isAsked = ({ templates }: Chart, field: readonly (string | number)[]): boolean =>
  new RegExp(`\\.Values\\.${quoted(field)}(?![\\w.])`).test(templates);

/** Whether a template writes all that stands below a key, whatever it is called. */
const isWrittenWhole = ({ templates }: Chart, field: readonly (string | number)[]): boolean =>
  new RegExp(`toYaml \\(omit \\.Values\\.${quoted(field)}(?![\\w.])`).test(templates);

const isKey = (chart: Chart, field: readonly (string | number)[]): boolean => {
  if (isFree(field)) return true;
  const value = valueAt(chart.values, field);
  return value === undefined ? isAsked(chart, field) : !isMap(value);
};

const firstSuch = (
  field: readonly (string | number)[],
  is: (above: readonly (string | number)[]) => boolean,
): number | undefined => {
  const depth = field.findIndex((_, i) => is(field.slice(0, i + 1)));
  return depth === -1 ? undefined : depth + 1;
};

/** How deep the key of a chart is that a field of values comes under: one with a default, or for which a template asks. Nothing where it has none. */
const own = (chart: Chart, field: readonly (string | number)[]): number | undefined =>
  firstSuch(field, (above) => isKey(chart, above)) ??
  firstSuch(field, (above) => isWrittenWhole(chart, above));

/** The same in a chart with those that it brings: what stands under the name of one is for that one, and for the chart itself too. */
export const keyOf = (
  chart: Chart,
  field: readonly (string | number)[],
): readonly (string | number)[] | undefined => {
  const [first = '', ...rest] = field;
  const sub = chart.subcharts.find(({ name }) => name === first);
  const depth = own(chart, field);
  if (depth !== undefined) return field.slice(0, depth);
  const below = sub === undefined ? undefined : keyOf(sub, rest);
  return below === undefined ? undefined : [first, ...below];
};

/** All fields that values write, with the key of the chart that each comes under. */
export const keysOf = (chart: Chart, values: readonly Parameters<typeof leaves>[0][]) =>
  values.flatMap((each) => leaves(each)).map((field) => ({ field, key: keyOf(chart, field) }));
