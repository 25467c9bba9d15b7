import type { AlertRule, Shown } from '#alerts/rule/rule.js';
import type { Scenario } from '#alerts/scenario/scenario.js';
import { type Language, inLanguage } from '#ground/language.js';
import { contentOf } from './content.js';
import type { ProofMeant, ScenarioMeant } from './meaning.js';

const quiet = (scenario: Scenario): ScenarioMeant => ({
  when: scenario.when,
  says: '',
  content: contentOf({
    ...scenario,
    series: scenario.series.map((each) => ({ ...each, metric: each.metric.name })),
  }),
});

const shown = (scenario: Shown, language: Language): ScenarioMeant => {
  const [{ texts }] = scenario.tells;
  return { ...quiet(scenario), says: inLanguage(texts, language)['summary'] ?? '' };
};

type Played = Omit<ProofMeant, 'survived'>;

const played = (rule: AlertRule, language: Language): Played => {
  try {
    const { fires, quiet: silent, standing } = rule.scenarios();
    return {
      fires: fires.map((each) => shown(each, language)),
      quiet: silent.map(quiet),
      standing: standing?.is ?? 'confirmed',
    };
  } catch {
    return { fires: [], quiet: [], standing: 'unproven' };
  }
};

/** An alert that is in several places is worked out once: half of the time goes into this. */
const known = new WeakMap<AlertRule['scenarios'], Played>();

/** What an alert is proven by. What cannot be proven, since its scenarios are refused, is unproven: `prove` says why. */
export const proofOf = (
  rule: AlertRule,
  language: Language,
  survived: readonly string[] | undefined,
): ProofMeant => {
  const found = known.get(rule.scenarios) ?? played(rule, language);
  known.set(rule.scenarios, found);
  return { ...found, ...(survived && { survived }) };
};
