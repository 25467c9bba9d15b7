import { type Expr, selectors } from '../../promql/expr/ast.js';
import { print } from '../../promql/expr/print.js';
import type { Panel } from '../panel/panel.js';
import type { Row } from '../row.js';
import type { DashboardVariable } from '../variable.js';

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
export const referencesIn = (text: string): readonly string[] =>
  [...text.matchAll(reference)].flatMap(([, plain, braced, bracketed]) => plain ?? braced ?? bracketed ?? []);

/** Every text of a panel in which Grafana fills in variables. */
const textsOf = ({ title, description, queries, logql = '', options }: Panel): readonly string[] => [
  title,
  description,
  logql,
  'content' in options ? options.content : '',
  ...queries.flatMap(({ expr, legend = '' }) => [print(expr), legend]),
];

const several = (expr: Expr, variable: DashboardVariable): readonly string[] =>
  selectors(expr).flatMap(({ metric, matchers }) =>
    matchers
      .filter(({ operator, value }) => !operator.endsWith('~') && referencesIn(value).includes(variable.variable))
      .map(({ label, operator, value }) => `${metric.name}{${label}${operator}"${value}"}`),
  );

/** Variables that are used and not defined, defined and not used, defined twice, or compared with one value while several may be chosen. */
export const variableFaults = (
  panels: readonly Panel[],
  rows: readonly Row[],
  variables: readonly DashboardVariable[],
): readonly string[] => {
  const defined = variables.map(({ variable }) => variable);
  const known = [...defined, ...filledByGrafana];
  const inVariables = variables.flatMap(({ values }) => (values.type === 'query' ? referencesIn(values.query) : []));
  const inRows = rows.flatMap(({ title }) => referencesIn(title));
  const used = new Set([...inVariables, ...inRows, ...panels.flatMap(textsOf).flatMap(referencesIn)]);
  const undefinedIn = (where: string, texts: readonly string[]) =>
    [...new Set(texts.flatMap(referencesIn))]
      .filter((name) => !known.includes(name))
      .map((name) => `${where}: refers to $${name}, which is no variable of this dashboard (${defined.join(', ') || 'it has none'}); define it`);
  return [
    ...defined
      .filter((name, i) => defined.indexOf(name) !== i)
      .map((name) => `variable ${name}: is defined twice; give one of them another name`),
    ...defined
      .filter((name) => !used.has(name))
      .map((name) => `variable ${name}: nothing uses it; match with it, or leave it out`),
    ...undefinedIn('variables', variables.flatMap(({ values }) => (values.type === 'query' ? [values.query] : []))),
    ...rows.flatMap(({ title }) => undefinedIn(`row '${title}'`, [title])),
    ...panels.flatMap((panel) => undefinedIn(`panel '${panel.title}'`, textsOf(panel))),
    ...panels.flatMap((panel) =>
      variables
        .filter(({ multiple }) => multiple)
        .flatMap((variable) => panel.queries.flatMap(({ expr }) => several(expr, variable)))
        .map((text) => `panel '${panel.title}': ${text} compares with one value while several may be chosen; match with the variable that \`choice\` or \`labelValues\` gave`),
    ),
  ];
};
