import { isLogRule } from '#alerts/log/log-alert.js';
import { type AlertRule, keyOf } from '#alerts/rule/rule.js';
import { ruleLabels } from '#alerts/rule/prometheus.js';
import { alertLabels } from '#application/alert-labels.js';
import type { Application } from '#application/application.js';
import { ruleContext } from '#application/rule-context.js';
import { inLanguage } from '#ground/language.js';
import type { Lock } from '#proof/mutate/lock.js';
import { inline } from '#promql/expr/inline.js';
import { humanize } from '#promql/unit/humanize.js';
import { type AlertLabels, maySatisfy } from '#routing/carried.js';
import type { Inhibition } from '#routing/inhibition.js';
import { printMatcher } from '#routing/matcher.js';
import { firesWhen } from '#synth/runbooks/fires.js';
import { words } from '#synth/runbooks/words.js';
import { contentOf } from './content.js';
import type { AlertMeant, TellingMeant } from './meaning.js';
import { proofOf } from './proof.js';
import { windowsOf } from './windows.js';

/** What alerts of an application are told by. */
export interface Telling {
  readonly inhibit: readonly Inhibition[];
  readonly told: (labels: AlertLabels) => readonly TellingMeant[];
}

const inhibitedText = ({ source, equal }: Inhibition): string =>
  `while {${source.map(printMatcher).join(', ')}} fires${equal.length > 0 ? ` of the same ${equal.join(', ')}` : ''}`;

const compared = ({ counted, condition }: AlertRule): Pick<AlertMeant, 'operator' | 'limit'> => {
  const { operator, limit } = counted ?? condition;
  return operator === undefined || limit === undefined
    ? { operator: '' }
    : { operator, limit: { value: limit.value, unit: limit.unit, text: humanize(limit) } };
};

const alertMeant = (
  application: Application,
  rule: AlertRule,
  { name: group, interval }: { readonly name: string; readonly interval: string },
  { inhibit, told }: Telling,
  lock: Lock,
): AlertMeant => {
  const labels = alertLabels(application, rule);
  const { language, languages } = application;
  const survived = lock[`${application.name}/${keyOf(rule)}`]?.survived;
  return {
    key: keyOf(rule),
    name: rule.name,
    severity: rule.severity,
    component: rule.component ?? application.name,
    summary: inLanguage(rule.texts, language)['summary'] ?? '',
    condition: Object.fromEntries(languages.map((each) => [each, firesWhen(rule, each)])),
    expr: isLogRule(rule) ? rule.logql : inline(rule.expr),
    ...compared(rule),
    windows: windowsOf(rule),
    for: rule.for,
    keepFiringFor: rule.keepFiringFor ?? '',
    during: rule.during === undefined ? '' : words.en.during(rule.during),
    labels: ruleLabels(rule, ruleContext(application)),
    ...{ group, interval },
    told: told(labels),
    inhibited: inhibit.filter(({ target }) => maySatisfy(target, labels)).map(inhibitedText),
    texts: contentOf(rule.texts),
    runbook: contentOf(rule.runbook),
    proof: proofOf(rule, language, survived && Object.values(survived)),
  };
};

/** The alerts of an application, whoever evaluates them, as the person on call meets them. */
export const alertsMeant = (application: Application, telling: Telling, lock: Lock): readonly AlertMeant[] =>
  [...application.groups, ...application.logGroups].flatMap((group) =>
    group.alerts.map((rule: AlertRule) => alertMeant(application, rule, group, telling, lock)),
  );
