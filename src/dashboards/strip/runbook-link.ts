import type { AlertRule } from '#alerts/rule/rule.js';
import type { OverrideModel } from '#dashboards/model.js';

/** What stands for the alert of a row in an address, https://grafana.com/docs/grafana/latest/panels-visualizations/configure-data-links/. */
const ofRow = '${__value.raw}';

/**
 * The address of the runbook of whichever alert stands in a row; nothing where addresses are not made of alerts' names alone, since a column has
 * one link for all of its rows.
 */
export const rowAddress = (
  runbook: (alert: string) => string,
  alerts: readonly Pick<AlertRule, 'name'>[],
): string | undefined => {
  const [first] = alerts;
  if (!first) return undefined;
  const parts = runbook(first.name).split(first.name);
  return parts.length > 1 && alerts.every(({ name }) => runbook(name) === parts.join(name))
    ? parts.join(ofRow)
    : undefined;
};

/** The link of a column whose cells are names of alerts, to the runbook of each. */
export const runbookLink = (
  heading: string,
  runbook: (alert: string) => string,
  alerts: readonly Pick<AlertRule, 'name'>[],
): readonly OverrideModel[] => {
  const url = rowAddress(runbook, alerts);
  return url === undefined
    ? []
    : [
        {
          matcher: { id: 'byName', options: heading },
          properties: [{ id: 'links', value: [{ title: 'Runbook', url, targetBlank: true }] }],
        },
      ];
};
