import { alertLabels } from '#application/alert-labels.js';
import type { Application } from '#application/application.js';
import { toldAlertsOf } from '#application/log-groups.js';
import { yamlOf } from '#ground/yaml.js';
import { ofOperator } from '#routing/alertmanager/operator.js';
import { isInhibited } from '#routing/alertmanager/inhibited.js';
import { type Labels, landings } from '#routing/alertmanager/landing.js';
import type { Inhibition } from '#routing/inhibition.js';
import type { ExpectedAlert, RouteTest } from './test.js';

/** The labels of an alert, with a value for each that is known only when it fires. */
const sample = (labels: ReturnType<typeof alertLabels>): Labels => ({
  ...labels.labels,
  ...Object.fromEntries(
    (labels.open ?? []).map((label) => [label, labels.among?.[label]?.[0] ?? `some-${label}`]),
  ),
});

const nameOf = (labels: Labels): string => labels['alertname'] ?? '';

/**
 * Tests of an application's routes as they are: each of its alerts, with the receivers that it tells, and of each inhibition the
 * alerts that it silences, with one that does. What is meant is for a person to compare.
 */
export const routeTestsOf = (application: Application): readonly RouteTest[] => {
  const { route, inhibit } = ofOperator([application]);
  const alerts = toldAlertsOf(application).map((rule) => sample(alertLabels(application, rule)));
  const told = (labels: Labels): ExpectedAlert => ({
    labels,
    receivers: landings(route, labels).map(({ receiver }) => receiver.replace(/^.*\//, '')),
  });
  const silenced = (rule: Inhibition, target: Labels): readonly RouteTest[] => {
    const source = alerts.find(
      (each) => isInhibited([rule], target, [each]) && !isInhibited(inhibit, each, [target]),
    );
    return source
      ? [
          {
            name: `${nameOf(source)} silences ${nameOf(target)}`,
            alerts: [told(source), { labels: target, inhibited: true }],
          },
        ]
      : [];
  };
  return [
    ...alerts.map((labels) => ({
      name: `${nameOf(labels)} (${labels['severity']})`,
      alerts: [told(labels)],
    })),
    ...inhibit.flatMap((rule) => alerts.flatMap((target) => silenced(rule, target))),
  ];
};

/** Tests of routes in the format of Alertmanager's own proposal: see `RouteTest`. */
export const routeTestsText = (tests: readonly RouteTest[]): string =>
  yamlOf({
    tests: tests.map(({ name, alerts }) => ({
      name,
      alerts: alerts.map((alert) => ({
        labels: alert.labels,
        ...('inhibited' in alert ? { expected_inhibited: true } : { expected_receivers: alert.receivers }),
      })),
    })),
  });
