import type { Fault } from '#ground/fault.js';
import { twice } from '#ground/repeated.js';
import { selectors } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import type { Panel } from '#dashboards/panel/panel.js';
import type { Row } from '#dashboards/row.js';
import type { DashboardVariable } from '#dashboards/variable.js';

/** What Grafana itself fills in, https://grafana.com/docs/grafana/latest/dashboards/variables/add-template-variables/#global-variables. */
const filledByGrafana: readonly string[] = [
  '__rate_interval',
  '__interval',
  '__interval_ms',
  '__range',
  '__range_s',
  '__range_ms',
  '__from',
  '__to',
  '__dashboard',
  '__org',
  '__user',
];

const reference = /\$([a-zA-Z_]\w*)|\$\{([a-zA-Z_]\w*)[^}]*\}|\[\[([a-zA-Z_]\w*)[^\]]*\]\]/g;

/** The variables that a text refers to, in any of Grafana's three ways. */
const referencesIn = (text: string): readonly string[] =>
  text.includes('$') || text.includes('[[')
    ? [...text.matchAll(reference)].flatMap(
        ([, plain, braced, bracketed]) => plain ?? braced ?? bracketed ?? [],
      )
    : [];

/** Texts in which Grafana fills in variables, and where they stand. */
interface Place {
  readonly where: string;
  readonly texts: readonly string[];
  /** Whether it is as Grafana's JSON has it. */
  readonly isAsGiven?: boolean;
}

const placeOf = ({
  title,
  description,
  queries,
  logql = '',
  options,
  drawn,
  chooses = [],
}: Panel): Place => ({
  isAsGiven: drawn !== undefined,
  where: `panel '${title}'`,
  texts: [
    title,
    ...Object.values(description),
    logql,
    // A text panel's content, and whatever one of another kind is told.
    JSON.stringify(options),
    ...chooses.map(({ variable }) => `$${variable}`),
    ...queries.flatMap(({ expr, legend = '' }) => [print(expr), legend]),
  ],
});

const undefinedIn = ({ where, texts }: Place, defined: readonly string[]): readonly Fault[] =>
  [...new Set(texts.flatMap(referencesIn))]
    .filter((name) => !defined.includes(name) && !filledByGrafana.includes(name))
    .map((name) => ({
      where,
      what: `$${name}`,
      code: 'no-such-variable',
      why: `refers to $${name}, which is no variable of this dashboard (${defined.join(', ') || 'it has none'})`,
      cure: 'define it',
    }));

/** A list of values is one text with commas, and a colon between a value and its title. */
const partedValues = ({ variable, values }: DashboardVariable): readonly Fault[] =>
  (values.type === 'custom' ? values.values : [])
    .filter((value) => /,| : /.test(value))
    .map((value) => ({
      where: `variable ${variable}`,
      what: value,
      code: 'value-in-parts',
      why: `Grafana would read '${value}' as several values`,
      cure: 'leave out comma and colon',
    }));

/** Matchers that compare with one value where the reader may choose several. */
const severalAsOne = ({ title, queries }: Panel, { variable }: DashboardVariable): readonly Fault[] =>
  queries
    .flatMap(({ expr }) => selectors(expr))
    .flatMap(({ metric, matchers }) =>
      matchers
        .filter(({ operator, value }) => !operator.endsWith('~') && referencesIn(value).includes(variable))
        .map(({ label, operator, value }) => ({
          where: `panel '${title}'`,
          what: `${label}${operator}"${value}"`,
          code: 'several-as-one',
          why: `${metric.name}{${label}${operator}"${value}"} compares with one value while several may be chosen`,
          cure: 'match with the variable that `choice` or `labelValues` gave',
        })),
    );

/** Variables that are used and not defined, defined and not used, defined twice, or that do not mean what they say. */
export const variableFaults = (
  panels: readonly Panel[],
  rows: readonly Row[],
  variables: readonly DashboardVariable[],
): readonly Fault[] => {
  const names = variables.map(({ variable }) => variable);
  const queried = variables.flatMap(({ values }) => (values.type === 'query' ? [values.query] : []));
  const places: readonly Place[] = [
    { where: 'variables', texts: queried },
    ...rows.map(({ title, panels: inside }) => ({
      where: `row '${title}'`,
      texts: [title],
      isAsGiven: inside.every(({ drawn }) => drawn),
    })),
    ...panels.map(placeOf),
  ];
  const used = new Set(places.flatMap(({ texts }) => texts).flatMap(referencesIn));
  return [
    ...twice(names).map((name) => ({
      where: `variable ${name}`,
      what: name,
      code: 'name-twice' as const,
      why: 'is defined twice',
      cure: 'give one of them another name',
    })),
    ...variables
      .flatMap(({ variable, values }) => (values.type === 'raw' || used.has(variable) ? [] : [variable]))
      .map((name) => ({
        where: `variable ${name}`,
        what: name,
        code: 'unused' as const,
        why: 'nothing uses it',
        cure: 'match with it, or leave it out',
      })),
    ...variables.flatMap(partedValues),
    ...places.filter(({ isAsGiven }) => !isAsGiven).flatMap((place) => undefinedIn(place, names)),
    ...panels.flatMap((panel) =>
      variables.filter(({ multiple }) => multiple).flatMap((variable) => severalAsOne(panel, variable)),
    ),
  ];
};
