import type { Duration } from '#ground/duration.js';
import { spoken } from '#ground/spoken.js';
import { landings } from '#routing/alertmanager/landing.js';
import type { Configuration } from '#routing/alertmanager/configuration.js';
import type { WrittenAlert, WrittenGroup } from '#rules/rule.js';
import { contentOf } from '#review/meaning/content.js';
import { hoursText } from '#review/meaning/hours.js';
import type { AlertMeant, TellingMeant } from '#review/meaning/meaning.js';

const length = (seconds: number): Duration => `${seconds}s`;

/** Whom an alert of these labels tells; labels of its series are not known. */
const toldOf = (
  { route, receivers, timeIntervals }: Configuration,
  labels: Readonly<Record<string, string>>,
): readonly TellingMeant[] =>
  landings(route, labels).flatMap((landing) =>
    (receivers[landing.receiver] ?? []).map((integration) => ({
      to: integration.integration === 'own' ? integration.address : integration.integration,
      receiver: landing.receiver,
      pages: integration.pages,
      resolved: integration.sendResolved,
      hours: hoursText(landing, timeIntervals),
      sure: true,
      wait: landing.groupWait,
      repeat: landing.repeatInterval,
    })),
  );

const alertMeant = (
  alert: WrittenAlert,
  group: string,
  interval: string,
  configuration: Configuration | undefined,
): AlertMeant => {
  const { name, labels, annotations, expr } = alert;
  const holds = length(alert.for);
  return {
    ...{ key: name, name, labels, group, interval },
    severity: labels['severity'] ?? '',
    component: labels['component'] ?? '',
    summary: annotations['summary'] ?? '',
    condition: {
      en: `Its expression has a series${alert.for === 0 ? ', at once' : ` for ${spoken(holds).en}`}.`,
    },
    expr: expr.replace(/\s+/g, ' ').trim(),
    ...{ operator: '', windows: [], during: '', inhibited: [] },
    for: holds,
    keepFiringFor: alert.keepFiringFor === 0 ? '' : length(alert.keepFiringFor),
    told: configuration ? toldOf(configuration, { ...labels, alertname: name }) : [],
    texts: contentOf(annotations),
    runbook: '',
    proof: { fires: [], quiet: [], standing: 'unproven' },
  };
};

/** The alerts of groups as their files have them, and whom they tell by this configuration. */
export const alertsIn = (
  groups: readonly WrittenGroup[],
  configuration: Configuration | undefined,
): readonly AlertMeant[] =>
  groups.flatMap(({ name, interval, rules }) =>
    rules.flatMap((rule) =>
      rule.kind === 'alert'
        ? [alertMeant(rule, name, interval === undefined ? '' : length(interval), configuration)]
        : [],
    ),
  );
