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

/** What an alert is proven by. What cannot be proven, since its scenarios are refused, is unproven: `prove` says why. */
export const proofOf = (
  rule: AlertRule,
  language: Language,
  survived: readonly string[] | undefined,
): ProofMeant => {
  const found = survived && { survived };
  try {
    const { fires, quiet: silent, standing } = rule.scenarios();
    return {
      fires: fires.map((each) => shown(each, language)),
      quiet: silent.map(quiet),
      standing: standing?.is ?? 'confirmed',
      ...found,
    };
  } catch {
    return { fires: [], quiet: [], standing: 'unproven', ...found };
  }
};
