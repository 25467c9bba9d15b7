import type { AlertRule } from '#alerts/rule/rule.js';
import type { RuleGroup } from '#alerts/rule/group.js';
import { type Language, languagesOf, nameOf } from '#ground/language.js';
import type { RuleContext } from '#alerts/rule/prometheus.js';
import { type Application } from '#application/application.js';
import { ruleContext } from '#application/rule-context.js';
import { withLogGroups } from '#application/log-groups.js';
import { programOf } from './tools/tool.js';
import { type AlertProof, alertProof } from './files.js';
import { type Features, featuresOf } from './promtool/features.js';
import { type ProveOptions, type Verdict, prove } from './prove.js';
import { timeToDetect } from './verdict.js';

/** An alert, the group that evaluates it, and what its application adds. */
export interface Placed {
  readonly alert: AlertRule;
  readonly group: RuleGroup;
  readonly context: RuleContext;
}

/** An alert, and what came of its proof. */
export interface ProvenAlert extends Placed {
  /** The proof in the language of the application's messages, then that the texts hold in each other. */
  readonly verdicts: readonly [Verdict, ...Verdict[]];
  /** Why it does not hold, a text for each scenario; nothing where it does. */
  readonly refused: readonly string[];
  /** Seconds from the beginning of the fault until it fires, in the first scenario in which it must; nothing where it does not. */
  readonly detected: number | undefined;
}

/** Alerts of groups that carry the same. */
export const placedIn = (groups: readonly RuleGroup[], context: RuleContext): readonly Placed[] =>
  groups.flatMap((group) => group.alerts.map((alert) => ({ alert, group, context })));

/** All alerts of an estate. */
export const alertsOf = (applications: readonly Application[]): readonly Placed[] =>
  applications.flatMap((application) =>
    placedIn(withLogGroups(application).groups, ruleContext(application)),
  );

/** The languages in which an alert is told beside that of its messages. */
const othersOf = ({ alert, context }: Placed): readonly Language[] =>
  // One that was written elsewhere says the same in each.
  (alert.imported ? [] : (context.languages ?? languagesOf(alert.texts))).filter(
    (language) => language !== context.language,
  );

/** An alert's proof in the language of its messages, then that its texts hold in each other. */
export const proofsOf = (placed: Placed, features: Features): readonly [AlertProof, ...AlertProof[]] => {
  const { alert, group, context } = placed;
  return [
    alertProof(alert, group, context, 'all', features),
    ...othersOf(placed).map((language) =>
      alertProof(alert, group, { ...context, language }, 'texts', features),
    ),
  ];
};

/** What is told of each alert as soon as its proof is run. */
export interface ProveAlertsOptions extends Omit<ProveOptions, 'onVerdict'> {
  readonly onProven?: (alert: Placed) => void;
}

/**
 * Proves alerts by the real promtool, unless it has answered the same before.
 *
 * @returns The alerts in their order.
 * @throws Error where there is no promtool, or where it says something that is not understood.
 */
export const proveAlerts = async (
  alerts: readonly Placed[],
  { onProven, ...options }: ProveAlertsOptions = {},
): Promise<readonly ProvenAlert[]> => {
  const promtool = options.promtool ?? (await programOf('promtool'));
  const proofs = alerts.map((placed) => proofsOf(placed, featuresOf(promtool.version)));
  const owner = new Map(
    proofs.flatMap(([proof], i) => alerts.slice(i, i + 1).map((placed) => [proof.rules, placed])),
  );
  const asked = proofs.flat();
  const verdicts = await prove(asked, {
    ...options,
    promtool,
    onVerdict: ({ rules }) => {
      const placed = owner.get(rules);
      if (placed !== undefined) onProven?.(placed);
    },
  });
  const judged = new Map(asked.map((proof, i) => [proof, verdicts.slice(i, i + 1)]));
  return alerts.flatMap((placed, i) => {
    const [own, ...others] = (proofs[i] ?? []).flatMap((proof) => judged.get(proof) ?? []);
    return own === undefined ? [] : [proven(placed, own, others)];
  });
};

const proven = (placed: Placed, own: Verdict, others: readonly Verdict[]): ProvenAlert => ({
  ...placed,
  verdicts: [own, ...others],
  // What is wrong with the rule is said once; of another language only what is its own.
  refused: own.refused.length > 0 ? own.refused : refusedIn(othersOf(placed), others),
  detected: timeToDetect(own),
});

const refusedIn = (languages: readonly Language[], verdicts: readonly Verdict[]): readonly string[] =>
  languages.flatMap((language, i) =>
    (verdicts[i]?.refused ?? []).map((text) => text.replace(/:$/m, `, told in ${nameOf[language]}:`)),
  );

/** Proves every alert of an estate. */
export const proveEstate = (
  applications: readonly Application[],
  options: ProveAlertsOptions = {},
): Promise<readonly ProvenAlert[]> => proveAlerts(alertsOf(applications), options);
