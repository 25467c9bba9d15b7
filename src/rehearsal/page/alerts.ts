import type { AlertStage, AlertState, Point } from '#browser/wire/rehearsal.js';
import { type AlertRule, keyOf } from '#alerts/rule/rule.js';
import { alertLabels } from '#application/alert-labels.js';
import { type Application, alertsOf } from '#application/application.js';
import { displayUnit } from '#dashboards/unit.js';
import { inSeconds } from '#ground/duration.js';
import { inLanguage } from '#ground/language.js';
import { print } from '#promql/expr/print.js';
import { fasterExpr } from '#rehearsal/life/faster.js';
import type { Sight } from '#rehearsal/drill/watch.js';
import { rangeOf } from '#rehearsal/servers/prometheus-api.js';
import type { Arrived } from '#rehearsal/stage/receivers.js';
import { ways } from '#routing/reach.js';
import { address } from '#routing/receiver/address.js';
import { firesWhen } from '#synth/runbooks/fires.js';
import { pagePath, runbookPages } from '#synth/runbooks/page.js';

/** What an alert is said to be, whatever happens. */
export type Described = Omit<AlertState, 'stage' | 'curve' | 'runbook' | 'because'>;

const toldOf = (application: Application, rule: AlertRule): readonly string[] => {
  const { routing } = application;
  const receivers = [...new Set(ways(routing, alertLabels(application, rule)).flat())];
  return receivers.flatMap((name) =>
    (routing.receivers[name] ?? []).map((integration) => `${address(integration)} (${name})`),
  );
};

/** Every alert that Prometheus evaluates. */
export const describedOf = (application: Application, factor: number): readonly Described[] =>
  alertsOf(application).map((rule) => {
    const { name, severity, condition } = rule;
    const [first] = rule.scenarios().fires;
    const texts = inLanguage(first?.tells[0].texts ?? rule.texts, application.language);
    return {
      name,
      severity,
      summary: texts['summary'] ?? '',
      condition: firesWhen(rule, application.language),
      expr: print(condition.signal),
      comparison: condition.operator ?? '',
      limit: condition.limit?.value ?? null,
      unit: condition.limit ? displayUnit(condition.limit.unit) : 'none',
      for: rule.for,
      forSeconds: inSeconds(rule.for) / factor,
      told: toldOf(application, rule),
    };
  });

const isOf = (name: string) => (each: { readonly labels: Readonly<Record<string, string>> }) =>
  each.labels['alertname'] === name;

/** How far an alert has come, and why it tells nobody. */
export const stageOf = (
  name: string,
  { active, groups, seen }: Sight,
  messages: readonly Arrived[],
): { readonly stage: AlertStage; readonly because?: string } => {
  const now = active.filter(isOf(name));
  const grouped = groups.filter(isOf(name));
  const last = seen.filter(isOf(name)).at(-1);
  const own = messages.filter(({ alerts, at }) => alerts.includes(name) && at >= (last?.activeAt ?? 0));
  if (now.length === 0) return { stage: own.some(({ isResolved }) => isResolved) ? 'resolved' : 'inactive' };
  const suppressed = grouped.find(({ isSuppressed }) => isSuppressed);
  if (suppressed) {
    const { silencedBy, inhibitedBy, mutedBy } = suppressed;
    const [inhibiting] = inhibitedBy.map((id) => groups.find(({ fingerprint }) => fingerprint === id));
    if (silencedBy.length > 0) return { stage: 'silenced', because: silencedBy.join(', ') };
    if (inhibitedBy.length > 0)
      return { stage: 'inhibited', because: inhibiting?.labels['alertname'] ?? inhibitedBy.join(', ') };
    if (mutedBy.length > 0) return { stage: 'muted', because: mutedBy.join(', ') };
  }
  if (!now.some(({ state }) => state === 'firing')) return { stage: 'pending' };
  if (own.some(({ isResolved }) => !isResolved)) return { stage: 'sent' };
  return { stage: grouped.length > 0 ? 'grouped' : 'firing' };
};

/** The runbook of an alert, in Markdown. */
export const runbookOf = (application: Application, name: string): string => {
  const rule = alertsOf(application).find((each) => each.name === name);
  return (rule && runbookPages(application).get(pagePath(application.name, keyOf(rule)))) ?? '';
};

/** How far back a curve goes, and how far apart its points are, in seconds. */
const drawn = { length: 120, step: 0.5 } as const;

/** How an alert's expression went without its limit: of several series whichever is nearest to firing. */
export const curveOf = async (
  url: string,
  { expr, comparison }: Pick<Described, 'expr' | 'comparison'>,
  factor: number,
): Promise<readonly Point[]> => {
  const to = Math.floor(Date.now() / 500) / 2;
  const from = to - drawn.length;
  const series = await rangeOf(url, fasterExpr(expr, factor, 'lives faster too'), {
    from,
    to,
    step: drawn.step,
  });
  const values = new Map<number, number>();
  const nearest = comparison.startsWith('<') ? Math.min : Math.max;
  for (const [at, value] of series.flat())
    if (Number.isFinite(value)) values.set(at, nearest(values.get(at) ?? value, value));
  return Array.from({ length: drawn.length / drawn.step + 1 }, (_, i): Point => {
    const at = (from + i * drawn.step) * 1_000;
    return [at, values.get(at) ?? null];
  });
};
