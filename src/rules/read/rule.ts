import type { Fault } from '#ground/fault.js';
import { type Yaml, fieldOf } from '#ground/yaml-tree.js';
import { isLabelValue } from '#promql/metric/label.js';
import type { Language, WrittenRule } from '#rules/rule.js';
import { emptyByDesign } from './designed.js';
import { type Read, ruleFault, secondsAt, strangers, textsAt } from './fields.js';
import { isLogql, isMetricsql } from './language.js';

/** Of Prometheus, https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/#rule. */
const known = ['alert', 'record', 'expr', 'for', 'keep_firing_for', 'labels', 'annotations'];
/** Of other engines, which Prometheus refuses: VictoriaMetrics, and Thanos of old. */
const ofOthers = ['debug', 'update_entries_limit', 'partial_response_strategy'];

/** In which file a rule stands, of which lines that consists, and what its group is of. */
export interface RuleSurroundings {
  readonly file: string;
  readonly lines: readonly string[];
  readonly language?: Language;
}

/** A rule; nothing where what is written is not enough of one. */
export const readRule = (yaml: Yaml, around: RuleSurroundings): Read<WrittenRule | undefined> => {
  const { file, lines } = around;
  const texts = ['alert', 'record', 'expr'].map((name) => {
    const value = fieldOf(yaml, name);
    return value?.type === 'text' && value.text.trim() !== '' ? value : undefined;
  });
  const [alert, record, expr] = texts;
  const name = alert ?? record;
  if (!name || !expr || (alert && record))
    return { value: undefined, faults: [unfinished(file, yaml, { alert, record, expr })] };
  const [pending, kept] = ['for', 'keep_firing_for'].map((each) => secondsAt(file, yaml, each));
  const [labels, annotations] = [textsAt(file, yaml, 'labels'), textsAt(file, yaml, 'annotations')];
  const designed = emptyByDesign(file, lines, yaml.line);
  const language = languageOf(expr.text, around.language);
  const faults = [
    ...strangers(file, yaml, known, ofOthers),
    ...[pending, kept, labels, annotations].flatMap((each) => each?.faults ?? []),
    ...labelFaults(file, yaml, labels.value),
    ...(record ? onlyOfAlerts(file, yaml) : []),
  ];
  const written = {
    name: name.text,
    place: { file, line: yaml.line },
    expr: expr.text,
    exprPlace: { file, line: expr.textLine },
    labels: labels.value,
    ...(language && { language }),
    ...(faults[0] && { broken: faults.map(({ why }) => why).join('; ') }),
    ...(designed.value !== undefined && { emptyByDesign: designed.value }),
  };
  return {
    value: record
      ? { kind: 'record', ...written }
      : {
          kind: 'alert',
          ...written,
          for: pending?.value ?? 0,
          keepFiringFor: kept?.value ?? 0,
          annotations: annotations.value,
        },
    faults: [...faults, ...designed.faults],
  };
};

const languageOf = (expr: string, given: Language | undefined): Language | undefined =>
  isLogql(expr) ? 'LogQL' : isMetricsql(expr) ? 'MetricsQL' : given;

const unfinished = (
  file: string,
  yaml: Yaml,
  {
    alert,
    record,
    expr,
  }: Readonly<Record<'alert' | 'record' | 'expr', { readonly text: string } | undefined>>,
): Fault => {
  const name = (alert ?? record)?.text ?? '';
  if (alert && record)
    return ruleFault(file, yaml.line, name, 'it is an alert and a recording rule', 'write two rules');
  return expr
    ? ruleFault(file, yaml.line, expr.text, 'the rule has no name', 'begin it with alert: or record:')
    : ruleFault(
        file,
        yaml.line,
        name,
        `the rule ${name} has no expression`.replace('  ', ' '),
        'write expr:',
      );
};

const labelFaults = (
  file: string,
  yaml: Yaml,
  labels: Readonly<Record<string, string>>,
): readonly Fault[] => {
  const { line } = fieldOf(yaml, 'labels') ?? yaml;
  return Object.entries(labels).flatMap(([label, value]) => [
    ...(label === '__name__' || label === ''
      ? [ruleFault(file, line, label, `'${label}' is no label that a rule may set`, 'leave it out')]
      : []),
    ...(isLabelValue(value)
      ? []
      : [ruleFault(file, line, value, `${label} holds half a character`, 'write whole ones')]),
  ]);
};

const onlyOfAlerts = (file: string, yaml: Yaml): readonly Fault[] =>
  ['for', 'keep_firing_for', 'annotations'].flatMap((name) => {
    const value = fieldOf(yaml, name);
    return value
      ? [ruleFault(file, value.line, name, `${name} is of alerts, and this rule records`, 'leave it out')]
      : [];
  });
