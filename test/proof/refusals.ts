import { beforeAll, describe, expect, test } from '@jest/globals';
import type { AlertRule } from '../../alerts/rule/rule.js';
import type { RuleGroup } from '../../alerts/rule/group.js';
import { type AlertProof, alertProof } from '../../proof/files.js';
import { prove } from '../../proof/prove.js';
import { type Change, behavesOtherwise, mutated, ofExpr, proves } from './changed.js';

/** An alert, words of the scenarios in which another expression must be seen, and that expression. */
export type Changed = readonly [alert: AlertRule, when: string, change: Change];

/** An alert with the scenarios of which this is said. */
const only = (alert: AlertRule, said: string): AlertRule => {
  const all = alert.scenarios();
  const fires = all.fires.filter(({ when }) => when.includes(said));
  const quiet = all.quiet.filter(({ when }) => when.includes(said));
  if (fires.length + quiet.length === 0) throw new Error(`${alert.name} has no scenario '${said}'`);
  return proves(alert, { fires, quiet });
};

/**
 * Tests by the real promtool that the proofs of a group's alerts refuse what somebody might write instead. It throws on a
 * change that changes nothing, and on words that no scenario of the alert has.
 */
export const provesRefusals = (group: RuleGroup, changes: Readonly<Record<string, Changed>>): void => {
  const context = { application: group.name, language: 'ko' } as const;
  const proofOf = (name: string, [alert, when, change]: Changed): AlertProof => {
    try {
      return mutated(alertProof(only(alert, when), group, context), ofExpr(change));
    } catch (cause) {
      throw new Error(`'${name}' is no change`, { cause });
    }
  };
  const proofs = Object.entries(changes).map(([name, changed]) => [name, proofOf(name, changed)] as const);
  const refused = new Map<string, boolean>();

  beforeAll(async () => {
    const verdicts = await prove(proofs.map(([, proof]) => proof));
    proofs.forEach(([name], i) => refused.set(name, behavesOtherwise(verdicts[i])));
  }, 180_000);

  describe('the proofs refuse', () => {
    test.each(Object.keys(changes))('%s', (name) => {
      expect(refused.get(name)).toBe(true);
    });
  });
};
