import type { AlertMeant } from '#review/meaning/meaning.js';
import { conditionFindings, inhibitionFindings, labelFindings } from './condition.js';
import type { One } from './finding.js';
import { likeness, likest } from './likeness.js';
import { paired } from './paired.js';
import { proofFindings } from './proofs.js';
import { pages, toldFindings, toldText } from './told.js';

/** From which likeness on an alert that is gone is taken to be called otherwise now. */
const renamedFrom = 0.8;

const alertLikeness = (one: AlertMeant, other: AlertMeant): number =>
  Math.max(likeness(one.expr, other.expr), one.texts === other.texts ? 1 : 0) *
  (one.component === other.component ? 1 : 0.95);

const isHeartbeat = ({ severity, name }: AlertMeant): boolean => severity === 'none' && name === 'Watchdog';

/** An alert that is gone, and whom it told: that of one that paged nobody is woken any more is the worst of it. */
export const removedFinding = (alert: AlertMeant): One => ({
  kind: 'removed',
  paged: pages(alert.told) && !isHeartbeat(alert),
  subject: alert.name,
  severity: alert.severity,
  text: isHeartbeat(alert)
    ? 'is gone: nobody notices any more when monitoring itself is dead'
    : `is gone; told so far: ${toldText(alert.told)}`,
  details: [],
  isWorse: true,
});

const addedFinding = (alert: AlertMeant): One => ({
  kind: 'added',
  subject: alert.name,
  severity: alert.severity,
  text: `is new, and told to ${toldText(alert.told)}: ${alert.condition['en'] ?? alert.condition['ko'] ?? ''}`.trimEnd(),
  details: [`It says: “${alert.summary}”`],
  isWorse: alert.told.length === 0,
});

const textFindings = (before: AlertMeant, after: AlertMeant): readonly One[] => {
  const parts = [
    ...(before.texts === after.texts ? [] : ['says']),
    ...(before.runbook === after.runbook ? [] : ['its runbook says']),
  ];
  const one = { kind: 'texts', subject: after.name, severity: before.severity, isWorse: false } as const;
  return parts.length === 0
    ? []
    : [
        {
          ...one,
          text: `${parts.join(' and ')} it otherwise`,
          details:
            before.summary === after.summary ? [] : [`“${after.summary}” instead of “${before.summary}”`],
        },
      ];
};

/** In what an alert differs that is there in both. */
const changedFindings = ([before, after]: readonly [AlertMeant, AlertMeant]): readonly One[] => {
  const told = toldFindings(before, after);
  const condition = [...conditionFindings(before, after), ...labelFindings(before, after)];
  // Limits stand in texts: where one is another, that they read otherwise is no news.
  const texts = condition.length === 0 ? textFindings(before, after) : [];
  return [
    ...told,
    ...condition,
    ...inhibitionFindings(before, after),
    ...proofFindings(before, after),
    ...texts,
  ];
};

/** In what the alerts of an application differ. */
export const alertFindings = (
  before: readonly AlertMeant[],
  after: readonly AlertMeant[],
): readonly One[] => {
  const { both, gone, come } = paired(before, after, ({ key }) => key);
  const renamed = likest(gone, come, alertLikeness, renamedFrom);
  const taken = new Set(renamed.flat());
  return [
    ...gone.filter((each) => !taken.has(each)).map(removedFinding),
    ...renamed.map(([was, is]): One => ({
      kind: 'renamed',
      subject: was.name === is.name ? is.key : is.name,
      severity: was.severity,
      text:
        was.name === is.name
          ? `is kept under another key than ${was.key}`
          : `is what ${was.name} was: its silences and its history end, and where it fires it is told as resolved and anew`,
      details: [],
      isWorse: was.name !== is.name,
    })),
    ...[...both, ...renamed].flatMap(changedFindings),
    ...come.filter((each) => !taken.has(each)).map(addedFinding),
  ];
};
