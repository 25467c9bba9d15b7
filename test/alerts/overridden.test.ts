import { beforeAll, describe, expect, test } from '@jest/globals';
import type { RuleGroup } from '#alerts/rule/group.js';
import { type OwnRule, isOwn } from '#alerts/rule/rule.js';
import { sloGroup } from '#alerts/slo/group.js';
import { alertProof } from '#proof/files.js';
import { prove } from '#proof/prove.js';
import { canteenGroup } from './canteen.js';
import { type Variant, variants } from './overridden/variants.js';
import { facts, isSaid, says, wordsOf } from './overridden/words.js';
import { laundryGroup } from './laundry.js';
import { shopGroup } from './packs.js';
import { availability } from './slo/table.js';

const { burn1h } = availability.alerts;
const all: readonly (readonly [OwnRule, RuleGroup])[] = [
  ...[shopGroup, canteenGroup, laundryGroup].flatMap((group) =>
    group.alerts.filter(isOwn).map((alert) => [alert, group] as const),
  ),
  [burn1h, sloGroup(availability)],
];

/**
 * All scenarios of one variant, the others by those at the boundary and those that are over before `for` is: what else there is
 * (lookalikes, parts, what is not exported) follows from no fact, and would take promtool three times as long. Nor is any played
 * through a whole week, which takes seconds and is done where the hours are proven.
 */
const proven = ({ alert, scenarios }: Variant): OwnRule => {
  const { fires, quiet } = alert.scenarios();
  const chosen =
    scenarios === 'all'
      ? { fires: fires.filter(({ firesIn }) => !firesIn), quiet }
      : { fires: fires.slice(0, 1), quiet: quiet.filter(({ lasts }, i) => i === 0 || lasts) };
  return { ...alert, scenarios: () => chosen };
};

const cases = all.flatMap(([alert, group]) =>
  variants(alert).map((variant) => ({ group, variant, before: alert })),
);
const titled = cases.map(
  (each) => [`${each.group.name} ${each.before.name}, ${each.variant.what}`, each] as const,
);

const refused = new Map<Variant, string>();
beforeAll(async () => {
  const proofs = cases.map(({ group, variant }) =>
    alertProof(proven(variant), group, { application: group.name, language: variant.language }),
  );
  const verdicts = await prove(proofs);
  cases.forEach(({ variant }, i) => refused.set(variant, verdicts[i]?.refused.join('\n') ?? 'not proven'));
}, 900_000);

describe('promtool holds the proof of', () => {
  test.each(titled)('%s', (_, { variant }) => {
    expect(refused.get(variant)).toBe('');
  });
});

describe.each(['ko', 'en'] as const)('in %s', (language) => {
  describe('where a fact was said, the new one is said of', () => {
    test.each(titled)('%s', (_, { before, variant: { alert } }) => {
      const said = facts.filter((fact) => says(language, before, fact));
      expect(said.filter((fact) => !says(language, alert, fact))).toEqual([]);
    });
  });

  describe('nothing that was so before is said any more of', () => {
    test.each(titled)('%s', (_, { before, variant: { alert } }) => {
      const words = (of: OwnRule) => facts.flatMap((fact) => wordsOf(language, of, fact));
      const gone = words(before).filter((word) => !words(alert).includes(word));
      expect(gone.filter((word) => isSaid(language, alert, word))).toEqual([]);
    });
  });
});
