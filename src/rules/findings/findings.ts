import type { Exported } from '#rules/against/exported.js';
import type { Finding, FindingOf } from '#rules/finding.js';
import type { WrittenAlert } from '#rules/rule.js';
import { withoutProducer } from './no-producer.js';
import { overwrittenLabels } from './overwritten.js';
import { type ReadAlert, sameAlerts } from './same-alert.js';

/** What alerts are held against beside each other. */
export interface Surroundings {
  /** The names that rules of the same files record. */
  readonly recorded: ReadonlySet<string>;
  /** What is there to be read, where somebody said where to look. */
  readonly exported?: Exported;
}

/** What is found of alerts by their text alone, in their order. Of those that are empty by design it is not asked who exports what they read. */
export const staticFindings = (
  alerts: readonly ReadAlert[],
  { recorded, exported }: Surroundings,
): readonly FindingOf[] => {
  const same = sameAlerts(alerts);
  return alerts.flatMap(({ alert, group, expr }) => [
    ...[
      ...designed(alert),
      ...overwrittenLabels(alert, group, expr),
      ...(exported && alert.emptyByDesign === undefined ? withoutProducer(expr, exported, recorded) : []),
    ].map((finding): FindingOf => ({ alert, finding })),
    ...same.filter((each) => each.alert === alert),
  ]);
};

const designed = ({ emptyByDesign }: WrittenAlert): readonly Finding[] =>
  emptyByDesign
    ? [
        {
          kind: 'empty by design',
          certainty: 'fact',
          why: `it is empty by design, because ${emptyByDesign}`,
          cure: '',
        },
      ]
    : [];
