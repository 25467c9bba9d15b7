import type { AlertRule } from '#alerts/rule/rule.js';
import type { Language } from '#ground/language.js';
import type { Expr } from '#promql/expr/ast.js';
import { columns } from '#dashboards/layout.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { type Row, panelsIn } from '#dashboards/row.js';
import { budgetPanel } from './budget.js';
import type { StripFacts } from './facts.js';
import { firingKey, firingPanel } from './firing.js';
import { upPanel } from './up.js';

/** Low, so that the first panels below it are still seen at once. */
const height = 5;

const upWidth = 8;
const firingWidth = 12;
const budgetWidth = 4;

/** Whose strip it is, and in which language. */
interface Striped {
  readonly application: string;
  readonly alerts?: readonly AlertRule[];
  readonly language?: Language;
}

/** What a person who was woken needs first: what is up, of how many, which alerts fire, what is left of error budgets. */
export const stripPanels = (
  { application, alerts = [], language = 'en' }: Striped,
  { counted, budgets }: StripFacts,
): readonly Panel[] => {
  const hasAlerts = alerts.some(({ severity }) => severity !== 'none');
  const parts = [
    ...(counted.length > 0
      ? [{ width: upWidth, made: (width: number) => upPanel(counted, language, width, height) }]
      : []),
    ...(hasAlerts
      ? [
          {
            width: firingWidth,
            made: (width: number) => firingPanel(application, alerts, language, width, height),
          },
        ]
      : []),
    ...(budgets.length > 0
      ? [{ width: budgetWidth, made: (width: number) => budgetPanel(budgets, language, width, height) }]
      : []),
  ];
  // The whole line is theirs: what follows begins below it.
  const left = columns - parts.reduce((sum, { width }) => sum + width, 0);
  const widest = parts.toSorted((a, b) => b.width - a.width)[0];
  return parts.map((part) => part.made(part.width + (part === widest ? left : 0)));
};

/** The same dashboard where some of what its strip asks is not there: alerts that are left out, what nobody exports. */
export const withStripOf = <
  D extends Striped & { readonly panels: readonly (Panel | Row)[]; readonly strip?: StripFacts },
>(
  dashboard: D,
  isAnswered: (expr: Expr) => boolean,
): D => {
  const { alerts = [], panels, strip } = dashboard;
  if (!strip) return dashboard;
  const facts: StripFacts = {
    counted: strip.counted.filter(({ up, of }) => isAnswered(up) && isAnswered(of)),
    budgets: strip.budgets.filter(({ left }) => isAnswered(left)),
  };
  const there = alerts.filter(({ expr, condition }) => isAnswered(expr) && isAnswered(condition.signal));
  const others = panels.filter((entry) => entry.type === 'row' || !isOfStrip(entry));
  return {
    ...dashboard,
    strip: facts,
    panels: [...stripPanels({ ...dashboard, alerts: there }, facts), ...others],
  };
};

const keys: readonly string[] = ['strip-up', firingKey, 'strip-budget'];

/** Whether a panel is of the strip, which no dashboard's author wrote. */
export const isOfStrip = ({ key }: Pick<Panel, 'key'>): boolean => keys.includes(key);

/** Whether all of a dashboard is as others drew it: then nothing is added to it. */
export const isAsDrawn = (panels: readonly (Panel | Row)[]): boolean =>
  panelsIn(panels).every(({ drawn }) => drawn !== undefined);
