import type { Expr } from '#promql/expr/ast.js';
import { labelsOf, offeredLabels } from '#promql/expr/labels.js';
import { chosenValues } from '#promql/expr/values.js';
import type { WrittenAlert, WrittenGroup } from './rule.js';

/** The labels of an alert, as far as they are known before it fires. */
export interface Carried {
  /** Those whose value is known. */
  readonly labels: Readonly<Record<string, string>>;
  /** Those of its series, and those that a template fills in. */
  readonly open: readonly string[];
  /** Of these, the values between which the expression chooses: `job` of `up{job=~"api|web"}`. */
  readonly among: Readonly<Record<string, readonly string[]>>;
  /** Whether its series may have further labels, of which nothing is known: those of targets. */
  readonly mayHaveMore: boolean;
}

const template = /\{\{/;
/** A template that hands a label of the series on as it is. */
const handedOn = /^\{\{-?\s*(?:\$labels|\.Labels)\.([a-zA-Z_]\w*)\s*-?\}\}$/;

/** The labels that a rule itself sets, its group's among them. */
export const ruleLabels = (alert: WrittenAlert, group: WrittenGroup): Readonly<Record<string, string>> => ({
  ...group.labels,
  ...alert.labels,
});

/** The labels of an alert. What its rule says overwrites what its series have. */
export const carried = (alert: WrittenAlert, group: WrittenGroup, expr: Expr): Carried => {
  const own = Object.entries(ruleLabels(alert, group)).filter(([, value]) => value !== '');
  const emptied = Object.keys(ruleLabels(alert, group));
  const filled = own.filter(([, value]) => template.test(value));
  const known = own.filter(([, value]) => !template.test(value));
  const ofSeries = labelsOf(expr);
  const told = ofSeries === 'scraped' ? offeredLabels(expr) : ofSeries;
  const fromSeries = [...told].filter((label) => label !== 'alertname' && !emptied.includes(label));
  const sources = [
    ...fromSeries.map((label) => [label, label] as const),
    ...filled.flatMap(([label, value]) => {
      const from = handedOn.exec(value.trim())?.[1];
      return from === undefined ? [] : [[label, from] as const];
    }),
  ];
  return {
    labels: { ...Object.fromEntries(known), alertname: alert.name },
    open: [...fromSeries, ...filled.map(([label]) => label)],
    among: Object.fromEntries(
      sources.flatMap(([label, from]) => {
        const values = chosenValues(expr, from);
        return values ? [[label, values]] : [];
      }),
    ),
    mayHaveMore: ofSeries === 'scraped',
  };
};

/** Whether a label keeps what its series say, by a template that reads the same label. */
export const keepsItself = (label: string, value: string): boolean =>
  new RegExp(`(?:\\$labels|\\.Labels)\\.${label}\\b`).test(value);
