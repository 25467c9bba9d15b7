import type { Language } from '#ground/language.js';
import { type Expr, type Selector, selectors } from '#promql/expr/ast.js';
import { knownBuckets } from '#catalog/declared.js';
import { keysOf } from '#catalog/written.js';
import { type Catalogue, ownCatalogue } from '#incoming/catalogue/catalogue.js';
import type { Own } from '#incoming/catalogue/declared.js';
import { type Code, called, list, object, openObject, verbatim } from '#incoming/code/code.js';
import { declaration } from '#incoming/code/layout.js';
import { importsOf, moduleText } from '#incoming/code/module.js';
import { apart } from '#ground/apart.js';
import { codeName } from '#incoming/code/names.js';
import { quoted } from '#incoming/code/text.js';
import { limitCode } from '#incoming/typed/limit.js';
import { metricsTold } from '#rules/metrics/told.js';
import { usesIn } from '#rules/metrics/uses.js';
import { indicatorCode, latencyOf } from './indicator.js';
import type { Objective, Unsaid } from './objective.js';

/** A module of objectives, and what of them it does not say. */
export interface ObjectivesModule {
  readonly text: string;
  readonly unsaid: readonly Unsaid[];
}

/** Whatever is counted has a rate. */
const rateOf = (selector: Selector): Expr => ({
  type: 'call',
  function: 'rate',
  args: [{ type: 'range', selector, window: '5m' }],
});

/** The metrics that objectives read, as far as they tell them. */
const metricsOf = (objectives: readonly Objective[]): Catalogue => {
  const exprs = objectives.flatMap(({ total, part }) => [rateOf(total), rateOf(part.of)]);
  const edges = objectives.flatMap((each) => {
    const { histogram, edge } = latencyOf(each) ?? {};
    return histogram === undefined || edge === undefined ? [] : [{ name: histogram.metric.name, edge }];
  });
  const familiesOf = new Set(edges.map(({ name }) => name));
  return ownCatalogue([...new Set(exprs.flatMap(selectors).map(({ metric }) => metric.name))], {
    metrics: metricsTold(exprs.flatMap((expr) => usesIn(expr))),
    edges: new Map(
      [...familiesOf].map((family) => [
        family.replace(/_bucket$/, ''),
        [...new Set(edges.filter(({ name }) => name === family).map(({ edge }) => edge))].toSorted(
          (a, b) => a - b,
        ),
      ]),
    ),
  });
};

const texts = (all: readonly string[]): Code => list(all.map((text) => verbatim(quoted(text))));

const declared = ({ name, kind, help, labels, buckets, conventional }: Own): Code =>
  called(
    conventional === undefined ? kind : `unconventional.${kind}`,
    verbatim(quoted(name)),
    object({
      help: verbatim(quoted(help === '' ? name : help)),
      labels: labels.length > 0 ? texts(labels) : undefined,
      buckets:
        buckets && verbatim(knownBuckets(buckets) ?? `[${buckets.map((edge) => String(edge)).join(', ')}]`),
      why: conventional === undefined ? undefined : verbatim(quoted('its program names it so')),
    }),
  );

const catalogCode = (own: readonly Own[]): Code => {
  const keys = keysOf(own);
  return called(
    'catalog',
    openObject(Object.fromEntries(own.map((each, i) => [keys[i] ?? '', declared(each)]))),
  );
};

const sloCode = (objective: Objective, indicator: Code, language: Language): Code => {
  const { name, service, title, target, window, alerts } = objective;
  return called(
    'slo',
    verbatim(quoted(name)),
    openObject({
      application: verbatim(quoted(service)),
      subject: called('called', verbatim(quoted(service))),
      title: object({ [language]: verbatim(quoted(title)) }),
      sli: indicator,
      objective: limitCode(target, 'ratio'),
      window: window === '30d' ? undefined : verbatim(quoted(window)),
      alerts: alerts && texts(alerts),
    }),
  );
};

/** Objectives in the library's words, with the metrics that they read: what nobody has told of these is to be filled in. */
export const objectivesModule = (objectives: readonly Objective[], language: Language): ObjectivesModule => {
  const metrics = metricsOf(objectives);
  const read = objectives.map((objective) => ({
    objective,
    indicator: indicatorCode(objective, metrics, language),
  }));
  const said = read.flatMap(({ objective, indicator }) =>
    indicator === undefined ? [] : [{ objective, indicator }],
  );
  const names = apart(
    said.map(({ objective }) => codeName(objective.name)),
    ['metrics', 'groups'],
  );
  const slos = said.map(({ objective, indicator }) => sloCode(objective, indicator, language));
  const own = metrics.own.length > 0 ? [['metrics', catalogCode(metrics.own)] as const] : [];
  const groups = list(names.map((name) => called('sloGroup', verbatim(name))));
  const parts = [
    ...own,
    ...slos.map((code, i) => [names[i] ?? '', code] as const),
    ['groups', groups] as const,
  ];
  const imports = importsOf(
    parts.map(([, code]) => code),
    {},
    ['metrics', ...names],
  );
  return {
    text: moduleText(
      imports,
      parts.map(([name, code]) => declaration(name, code)),
    ),
    unsaid: read.flatMap(({ objective: { name }, indicator }) =>
      indicator === undefined
        ? [{ what: `SLO ${name}`, why: 'it is left out: its metrics cannot be said in typed words' }]
        : [],
    ),
  };
};
