import type { AlertRule } from '#alerts/rule/rule.js';
import { type Duration, duration, inSeconds } from '#ground/duration.js';
import { type Kind, none } from './edit.js';

/** A change of what an alert says beside its expression. */
export interface RuleEdit {
  readonly kind: Kind;
  readonly before: string;
  readonly after: string;
  readonly rule: AlertRule;
}

/** How long an alert waits, how long it goes on firing, and its labels. */
export const ruleEdits = (rule: AlertRule): readonly RuleEdit[] => [
  ...holds(rule),
  ...keeps(rule),
  ...severity(rule),
  ...ownLabels(rule),
];

const others = (given: Duration): readonly Duration[] => {
  const seconds = inSeconds(given);
  return [duration(seconds / 2), duration(seconds * 2)];
};

const holds = (rule: AlertRule): readonly RuleEdit[] =>
  inSeconds(rule.for) === 0
    ? []
    : [
        { kind: 'for', before: `for: ${rule.for}`, after: none, rule: { ...rule, for: '0s' } },
        ...others(rule.for).map((each): RuleEdit => ({
          kind: 'for',
          before: `for: ${rule.for}`,
          after: each,
          rule: { ...rule, for: each },
        })),
      ];

const keeps = (rule: AlertRule): readonly RuleEdit[] => {
  const { keepFiringFor, ...rest } = rule;
  if (keepFiringFor === undefined) return [];
  const before = `keep_firing_for: ${keepFiringFor}`;
  return [
    { kind: 'keepFiringFor', before, after: none, rule: rest },
    ...others(keepFiringFor).map((each): RuleEdit => ({
      kind: 'keepFiringFor',
      before,
      after: each,
      rule: { ...rule, keepFiringFor: each },
    })),
  ];
};

const severity = (rule: AlertRule): readonly RuleEdit[] => {
  // The severity of one that was written elsewhere stands among its labels, if it has one.
  if (rule.imported) return [];
  const after = rule.severity === 'critical' ? 'warning' : 'critical';
  return [
    {
      kind: 'labels',
      before: `severity: ${rule.severity}`,
      after: `severity: ${after}`,
      rule: { ...rule, severity: after },
    },
  ];
};

const ownLabels = (rule: AlertRule): readonly RuleEdit[] => {
  const { component, ...rest } = rule;
  return [
    ...(component === undefined
      ? []
      : [{ kind: 'labels' as const, before: `component: ${component}`, after: none, rule: rest }]),
    ...Object.entries(rule.labels).map(([dropped, value]): RuleEdit => ({
      kind: 'labels',
      before: `${dropped}: ${value}`,
      after: none,
      rule: {
        ...rule,
        labels: Object.fromEntries(Object.entries(rule.labels).filter(([label]) => label !== dropped)),
      },
    })),
  ];
};
