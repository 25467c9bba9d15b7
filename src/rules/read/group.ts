import { repeated } from '#ground/repeated.js';
import { type Yaml, fieldOf, fieldsOf, itemsOf, plainOf, textOf } from '#ground/yaml-tree.js';
import type { Language, WrittenGroup } from '#rules/rule.js';
import { type Read, ruleFault, secondsAt, strangers, textsAt } from './fields.js';
import type { Groups } from './kind.js';
import { readRule } from './rule.js';

/** Of Prometheus, https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/#rule_group. */
const known = ['name', 'interval', 'query_offset', 'limit', 'labels', 'rules'];
/** Of Mimir, Thanos, Loki and VictoriaMetrics. */
const ofOthers = [
  ...['source_tenants', 'evaluation_delay', 'align_evaluation_time_on_interval', 'remote_write'],
  ...['partial_response_strategy', 'federated'],
  ...[
    'type',
    'concurrency',
    'tenant',
    'params',
    'headers',
    'notifier_headers',
    'debug',
    'extra_filter_labels',
  ],
  ...['eval_offset', 'eval_delay', 'eval_alignment', 'update_entries_limit'],
];

/** The groups of a document. */
export const readGroups = (
  { groups, origin, language }: Groups,
  file: string,
  lines: readonly string[],
): Read<readonly WrittenGroup[]> => {
  if (groups.type !== 'list')
    return {
      value: [],
      faults: [ruleFault(file, groups.line, '', 'groups is no list', 'begin each with - name:')],
    };
  const read = groups.items.map((item) =>
    readGroup(item, { file, lines, origin, ...(language && { language }) }),
  );
  const value = read.map((each) => each.value);
  const twice = repeated(value, ({ name }) => name).map(([, { name, place }]) =>
    ruleFault(file, place.line, name, `there is a group ${name} already`, 'give it another name'),
  );
  return { value, faults: [...read.flatMap(({ faults }) => faults), ...twice] };
};

interface Surroundings extends Pick<WrittenGroup, 'origin'> {
  readonly file: string;
  readonly lines: readonly string[];
  readonly language?: Language;
}

const readGroup = (yaml: Yaml, around: Surroundings): Read<WrittenGroup> => {
  const { file, origin } = around;
  const name = textOf(yaml, 'name') ?? '';
  const [interval, offset] = ['interval', 'query_offset'].map((each) => secondsAt(file, yaml, each));
  const labels = textsAt(file, yaml, 'labels');
  const rules = itemsOf(fieldOf(yaml, 'rules')).map((item) => readRule(item, languaged(yaml, around)));
  return {
    value: {
      name,
      place: { file, line: yaml.line },
      origin,
      ...(interval?.value && { interval: interval.value }),
      ...(offset?.value && { queryOffset: offset.value }),
      labels: labels.value,
      rules: rules.flatMap(({ value }) => (value ? [value] : [])),
      others: Object.fromEntries(
        fieldsOf(yaml)
          .filter(([field]) => ofOthers.includes(field) || field === 'limit')
          .map(([field, { value }]) => [field, plainOf(value)]),
      ),
    },
    faults: [
      ...(name === '' ? [ruleFault(file, yaml.line, '', 'the group has no name', 'write name:')] : []),
      ...strangers(file, yaml, known, ofOthers),
      ...[interval, offset, labels, ...rules].flatMap((each) => each?.faults ?? []),
    ],
  };
};

/** VictoriaMetrics says of a group in which language it is, where that is not its own. */
const languaged = (yaml: Yaml, around: Surroundings): Surroundings => {
  const type = textOf(yaml, 'type');
  return type === undefined || type === 'prometheus' ? around : { ...around, language: 'another language' };
};
