import { byKey } from '#ground/by-key.js';
import { inline } from '#promql/expr/inline.js';
import { type KeptObjective, type RuleGroup, group } from '#alerts/rule/group.js';
import type { RulePack } from '#alerts/rule/pack.js';
import { copyingEarlier } from './earlier.js';
import { snake } from './name.js';
import { step } from './records.js';
import type { AnySlo } from './slo.js';

/** What is said of the group of an objective beside the objective. */
export type SloGroupSettings = Pick<RuleGroup, 'on'>;
/** An objective with alerts, whatever an application made of them. */
export type KeptSlo = Omit<AnySlo, 'alerts'> & { readonly alerts: RulePack };

/**
 * The rule group of an objective: what it records, and its alerts or what an application made of them. `on: 'clusters'` keeps it over all clusters
 * together; where each cluster has an objective too, it needs another name. Of several objectives `sloGroups` makes groups in which nothing is counted
 * twice.
 */
export const sloGroup = (
  slo: AnySlo,
  pack: RulePack = slo.alerts,
  settings: SloGroupSettings = {},
): RuleGroup => together({ ...slo, alerts: pack }, [], settings);

/**
 * The rule groups of several objectives, in which events are counted once: those over the same events, evaluated as often, share a group, which is
 * called after the first of them. There a later one copies what an earlier one records: a second objective of the same events asks nothing of their
 * counters, and another limit of the same histogram only for its bucket. Of alerts that an application changed: `{ ...slo, alerts: override(…) }`.
 *
 * @param slos of one application, whose names differ
 */
export const sloGroups = (slos: readonly KeptSlo[], settings: SloGroupSettings = {}): readonly RuleGroup[] =>
  [...byKey(slos, eventsOf).values()].flatMap(([first, ...others]) =>
    first ? [together(first, others, settings)] : [],
  );

/** The same text of objectives that can share what is recorded of their events. */
const eventsOf = ({ interval, sli }: KeptSlo): string => `${interval} ${inline(sli.eventsIn(step).expr)}`;

const together = (first: KeptSlo, others: readonly KeptSlo[], settings: SloGroupSettings): RuleGroup => {
  const { name, interval } = first;
  const all = [first, ...others];
  return {
    ...group(`slo-${snake(name).replaceAll('_', '-')}`, {
      ...settings,
      interval,
      records: copyingEarlier(all.flatMap(({ recorded }) => recorded.rules)),
      packs: all.map(({ alerts }) => alerts),
    }),
    objectives: all.map(keptBy),
  };
};

const keptBy = ({ name, title, objective, budget: { window }, recorded }: KeptSlo): KeptObjective => ({
  ...{ name, title, objective, window },
  ratio: recorded.errorRatioName(window),
});
