import type { AlertShown, Said } from '#browser/wire/preview.js';
import { type AlertRule, isOwn, keyOf } from '#alerts/rule/rule.js';
import { alertLabels } from '#application/alert-labels.js';
import type { Application } from '#application/application.js';
import { panelsShowing } from '#dashboards/row.js';
import { type Localized, completed } from '#ground/language.js';
import { humanize } from '#promql/unit/humanize.js';
import { ways } from '#routing/reach.js';
import { address } from '#routing/receiver/address.js';
import { type Drill, lastDrill } from '#synth/drills/drill.js';
import { firesWhen } from '#synth/runbooks/fires.js';
import { words } from '#synth/runbooks/words.js';

const each = (say: (language: keyof Localized) => string): Said => ({ ko: say('ko'), en: say('en') });

/** What it means: of an alert as it was written elsewhere what its message says first. */
const meaningOf = (rule: AlertRule): Said => {
  if (isOwn(rule)) {
    const { ko, en } = completed(rule.runbook);
    return { ko: ko.meaning, en: en.meaning };
  }
  const texts = completed(rule.texts);
  return each((language) => texts[language]['summary'] ?? texts[language]['description'] ?? '');
};

const limitOf = ({ condition, counted }: AlertRule): string => {
  const { operator, limit } = counted ?? condition;
  return operator === undefined || limit === undefined ? '' : `${operator} ${humanize(limit)}`;
};

/** Who is told, by every way that it may take through the routes. */
const toldOf = (application: Application, rule: AlertRule): readonly string[] => {
  const { routing } = application;
  const receivers = [...new Set(ways(routing, alertLabels(application, rule)).flat())];
  return receivers.flatMap((name) =>
    (routing.receivers[name] ?? []).map((integration) => `${address(integration)} (${name})`),
  );
};

/** When an alert was last rehearsed, in the words of its runbook. */
const drilledOf = (drill: Drill | undefined): Said =>
  each((language) => (drill === undefined ? words[language].neverDrilled : words[language].drill(drill)));

/**
 * An alert as the page of its application tells of it.
 *
 * @param drills those that are kept, of which it tells the latest of the alert.
 */
export const alertShown = (
  application: Application,
  rule: AlertRule,
  drills: readonly Drill[],
): AlertShown => ({
  name: rule.name,
  summary: meaningOf(rule),
  condition: each((language) => firesWhen(rule, language)),
  limit: limitOf(rule),
  severity: rule.severity,
  for: rule.for,
  told: toldOf(application, rule),
  drilled: drilledOf(lastDrill(drills, application.name, rule.name)),
  runbook: application.runbook?.(keyOf(rule)) ?? '',
  dashboards: application.dashboards
    .filter(({ panels }) => panelsShowing(rule.name, panels).length > 0)
    .map(({ uid }) => uid),
});
