import type { AlertRule } from '#alerts/rule/rule.js';
import { type Language, type Localized } from '#ground/language.js';
import { mappings } from '#dashboards/mapping.js';
import type { OverrideModel } from '#dashboards/model.js';
import { type Panel, panel } from '#dashboards/panel/panel.js';
import { firingSignal } from './firing-signal.js';

const title: Localized = { ko: '지금 발생한 알림', en: 'Firing now' };
const none: Localized = { ko: '없음', en: 'None' };
const description: Localized = {
  ko: '지금 발생해 있는 알림입니다. 심각한 것부터, 언제부터인지와 지금 값을 기준과 함께 보여 줍니다. 이름을 누르면 조치 안내가 열립니다. 로그 알림은 Loki가 판단하므로 여기에 없습니다.',
  en: 'The alerts that fire, the worst first: since when, and the value now beside the limit. The name leads to the runbook. Alerts on logs are not here: Loki decides those.',
};

/** The headings of the columns, by what is asked. */
const headings = {
  ko: { severity: '심각도', alertname: '알림', of: '대상', Value: '언제부터', value: '값' },
  en: { severity: 'Severity', alertname: 'Alert', of: 'Of', Value: 'Since', value: 'Value' },
} as const satisfies Localized<Readonly<Record<string, string>>>;

/** The heading of the column that names the alert, which leads to its runbook. */
export const alertHeading: Localized = { ko: headings.ko.alertname, en: headings.en.alertname };

/** By what the panel is known. */
export const firingKey = 'strip-firing';

const colors = { critical: 'red', warning: 'yellow', none: 'yellow' } as const;

const column = (heading: string, ...properties: OverrideModel['properties'][number][]): OverrideModel => ({
  matcher: { id: 'byName', options: heading },
  properties,
});

/** The severities that alerts carry: of those that were written elsewhere a word of their own, in the colour of that which it is like. */
const severitiesOf = (alerts: readonly AlertRule[]) =>
  mappings({
    critical: { color: 'red' },
    warning: { color: 'yellow' },
    ...Object.fromEntries(
      alerts.flatMap(({ labels, severity }) =>
        labels['severity'] === undefined ? [] : [[labels['severity'], { color: colors[severity] }]],
      ),
    ),
  });

/** The alerts that fire now, worst first. */
export const firingPanel = (
  application: string,
  alerts: readonly AlertRule[],
  language: Language,
  width: number,
  height: number,
): Panel => {
  const heading = headings[language];
  const fields = Object.entries(heading);
  const made = panel(
    'table',
    title[language],
    { description, key: firingKey },
    {
      width,
      height,
      unit: 'none',
      queries: [{ expr: firingSignal(application, alerts), unit: 'timestamp', dashed: false }],
      asking: { instant: true, format: 'table' },
      defaults: { noValue: none[language] },
      options: {
        showHeader: true,
        showTypeIcons: false,
        cellHeight: 'sm',
        frameIndex: 0,
        footer: { show: false, reducer: [], countRows: false },
        sortBy: [
          { displayName: heading.severity, desc: false },
          { displayName: heading.Value, desc: false },
        ],
      },
      custom: { align: 'left', cellOptions: { type: 'auto' }, filterable: false, inspect: false },
      overrides: [
        column(
          heading.severity,
          { id: 'mappings', value: severitiesOf(alerts).mappings },
          { id: 'custom.cellOptions', value: { type: 'color-background', mode: 'basic' } },
          { id: 'custom.width', value: 80 },
        ),
        column(heading.alertname, { id: 'custom.width', value: 170 }),
        column(heading.of, { id: 'noValue', value: '–' }),
        column(
          heading.Value, // The clock of the charts below, and the day of what fires since yesterday.
          { id: 'unit', value: 'time:MM-DD HH:mm' },
          { id: 'custom.width', value: 100 },
        ),
        column(heading.value, { id: 'noValue', value: '–' }, { id: 'custom.width', value: 130 }),
      ],
      transformations: [
        {
          id: 'organize',
          options: {
            excludeByName: { Time: true },
            indexByName: Object.fromEntries(fields.map(([field], index) => [field, index])),
            renameByName: Object.fromEntries(fields),
          },
        },
      ],
    },
  );
  return { ...made, isOfAlert: true };
};
