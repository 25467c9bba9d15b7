import type { MetricInfo } from '#promql/expr/ast.js';
import { type Parsed, parsed } from './expression.js';
import { type Recording, informed, recordedMetrics } from './metrics/recorded.js';
import { anyTold, metricsTold, unread } from './metrics/told.js';
import { usesIn } from './metrics/uses.js';
import type { WrittenGroup, WrittenRule } from './rule.js';

/** Rules with their expressions. */
export interface Understood {
  /** What became of each expression; all of them read the same metrics. */
  readonly of: ReadonlyMap<WrittenRule, Parsed>;
  /** What is known of each metric that is read, by its name, and by how all the rules read it. */
  readonly metrics: ReadonlyMap<string, MetricInfo>;
}

const anothers = (language: string): Parsed => ({
  unknown: [{ code: 'promql-syntax', why: `it is written in ${language}, and only PromQL is judged` }],
});

/** VictoriaMetrics takes more than PromQL has. */
const read = (rule: WrittenRule): Parsed => {
  if (rule.language !== undefined && rule.language !== 'MetricsQL') return anothers(rule.language);
  const result = parsed(rule.expr);
  return rule.language === 'MetricsQL' && !('expr' in result) ? anothers(rule.language) : result;
};

/** The expressions of rules, over metrics of which they tell all that is known. */
export const understood = (groups: readonly WrittenGroup[]): Understood => {
  const rules = groups.flatMap((group) => group.rules);
  const first = rules.map((rule) => [rule, read(rule)] as const);
  const uses = first.flatMap(([rule, result]) =>
    'expr' in result ? usesIn(result.expr, labelsSaid(rule)) : [],
  );
  const told = metricsTold(uses);
  const metrics = new Map([...told, ...recordedMetrics(recordsIn(first), told)]);
  const any = anyTold(metrics);
  const lookup = (name: string): MetricInfo => (name === '' ? any : (metrics.get(name) ?? unread(name)));
  return {
    of: new Map(
      first.map(([rule, result]) => [
        rule,
        'expr' in result ? { expr: informed(result.expr, lookup) } : result,
      ]),
    ),
    metrics,
  };
};

const recordsIn = (results: readonly (readonly [WrittenRule, Parsed])[]): readonly Recording[] =>
  results.flatMap(([{ kind, name, labels }, result]) =>
    kind === 'record' && 'expr' in result ? [{ name, labels, expr: result.expr }] : [],
  );

/** The labels of which the texts of an alert speak: `{{ $labels.pod }}`. */
const labelsSaid = (rule: WrittenRule): readonly string[] => {
  const texts = [
    ...Object.values(rule.labels),
    ...(rule.kind === 'alert' ? Object.values(rule.annotations) : []),
  ];
  return texts.flatMap((text) =>
    [...text.matchAll(/(?:\$labels|\.Labels)\.([a-zA-Z_]\w*)/g)].map(([, label = '']) => label),
  );
};
