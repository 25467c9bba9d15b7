import { type Duration, inSeconds } from '#ground/duration.js';
import { refuse } from '#ground/fault.js';
import type { Language } from '#ground/language.js';
import type { Expr } from '#promql/expr/ast.js';
import { inline } from '#promql/expr/inline.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { selector } from '#promql/vector/select.js';
import type { BurnRate } from '#alerts/slo/burn-rate.js';
import type { Sli } from '#alerts/slo/sli.js';
import type { AnySlo } from '#alerts/slo/slo.js';
import { type OpenSlo, nameAnnotation, openSlo } from './object.js';

/** Whom alerts reach: that is decided by Alertmanager, which no document of OpenSLO configures. */
const target = 'alertmanager';

/** `ApiAvailability` as `api-availability`: names are those of DNS. */
const kebab = (name: string): string =>
  name
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-')
    .replaceAll(/[^a-zA-Z0-9]+/g, '-')
    .toLowerCase();

/** A number and one of OpenSLO's units, of which minutes are the least: `30d`, `90m`. */
const shorthand = (duration: Duration): string =>
  /^\d+[mhdw]$/.test(duration) ? duration : `${Math.ceil(inSeconds(duration) / 60)}m`;

const serviceOf = ({ recorded }: AnySlo): string =>
  recorded.rules.find(({ application }) => application !== undefined)?.application ?? 'service';

const asked = (expr: Expr) => ({ metricSource: { type: 'Prometheus', spec: { query: inline(expr) } } });
const counted = (metric: AnyMetric) =>
  asked({ type: 'aggregation', operator: 'sum', expr: selector(metric) });

/** Counters of which whoever reads it makes the share; else the share that is recorded, as of native histograms. */
const ratioOf = ({ counts, total }: Sli, { recorded, burnRates, budget }: AnySlo) => {
  const [shortest] = burnRates;
  if (counts === undefined) {
    const share = recorded.errorRatio(shortest?.short ?? budget.window).expr;
    return { counter: false, rawType: 'failure', raw: asked(share) };
  }
  const part = 'good' in counts ? { good: counted(counts.good) } : { bad: counted(counts.bad) };
  return { counter: true, ...part, total: counted(total) };
};

const policyOf = (slo: AnySlo, id: string, { long, short, factor, severity }: BurnRate): OpenSlo => {
  const name = `${id}-burn-${long}`;
  const displayName = `${slo.name}BudgetBurn${long}`;
  const condition = {
    kind: 'AlertCondition',
    metadata: { name, displayName },
    spec: {
      description: `The budget burns faster than ${factor} times the pace at which it lasts, over ${short} too.`,
      severity,
      condition: { kind: 'burnrate', op: 'gt', threshold: factor, lookbackWindow: long },
    },
  };
  return openSlo(
    'AlertPolicy',
    { name, displayName },
    {
      ...{ alertWhenBreaching: true, alertWhenResolved: false, alertWhenNoData: false },
      conditions: [condition],
      notificationTargets: [{ targetRef: target }],
    },
  );
};

const idOf = (slo: AnySlo): string => `${kebab(serviceOf(slo))}-${kebab(slo.name)}`;

const objectsOf = (slo: AnySlo, wanted: Language | undefined): readonly OpenSlo[] => {
  const { name, title, sli, objective, budget, languages, burnRates, alerts } = slo;
  const language = languages.find((each) => each === wanted) ?? languages[0] ?? 'en';
  const service = serviceOf(slo);
  const id = idOf(slo);
  // An application may have left some out.
  const rates = burnRates.filter(({ long }) => Object.hasOwn(alerts, `burn${long}`));
  const policies = rates.map((rate) => policyOf(slo, id, rate));
  const objectives = openSlo(
    'SLO',
    { name: id, displayName: title[language], annotations: { [nameAnnotation]: name } },
    {
      service: kebab(service),
      indicator: {
        metadata: { name: id },
        spec: { description: sli.failures[language], ratioMetric: ratioOf(sli, slo) },
      },
      timeWindow: [{ duration: shorthand(budget.window), isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ displayName: title[language], target: objective.value }],
      alertPolicies: policies.map(({ metadata }) => ({ alertPolicyRef: metadata.name })),
    },
  );
  return [objectives, ...policies];
};

/** Names of DNS are short. */
const longest = 63;

/**
 * Objectives as documents of OpenSLO v1: their service, each objective with its indicator, and a policy for each burn rate. That an alert
 * looks at a short window too has no field, nor has how many failures there must be: descriptions say the first.
 *
 * @param language In which titles are told, where they are said in it.
 * @throws Error on names that are longer than those of OpenSLO may be.
 */
export const openSlos = (given: readonly AnySlo[], language?: Language): readonly OpenSlo[] => {
  // A module exports them in no order.
  const slos = given.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  const services = [...new Set(slos.map((slo) => kebab(serviceOf(slo))))];
  const objects = slos.flatMap((slo) => objectsOf(slo, language));
  refuse(
    'OpenSLO',
    objects
      .filter(({ metadata: { name } }) => name.length > longest)
      .map(({ metadata: { name } }) => ({
        where: name,
        what: name,
        code: 'bad-name',
        why: `it has ${name.length} letters, of which OpenSLO takes ${longest}`,
        cure: 'give the objective a shorter name',
      })),
  );
  return [
    ...services.map((name) => openSlo('Service', { name }, {})),
    openSlo(
      'AlertNotificationTarget',
      { name: target },
      { target, description: 'By the routes of Alertmanager.' },
    ),
    ...objects,
  ];
};
