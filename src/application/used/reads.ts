import type { Application } from '#application/application.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { panelsIn } from '#dashboards/row.js';
import { isObject } from '#ground/field.js';
import type { Expr, Selector } from '#promql/expr/ast.js';
import { scrapedSelectors } from '#promql/expr/recorded.js';
import { literal } from '#promql/metric/match.js';
import { namesOf, readsOfText } from './text.js';

/** Metrics that somebody reads. */
export interface Read {
  /** The rule, or the dashboard and what of it. */
  readonly reader: string;
  /** A pattern of whole names, as RE2 writes it. */
  readonly names: string;
  /** Which of their series, where that is known: of a text it is not. */
  readonly selector?: Selector;
  /** Whether it is a word of a text that nobody can read, which may be no name at all. */
  readonly isGuess?: true;
}

const ofExpr = (reader: string, expr: Expr): readonly Read[] =>
  scrapedSelectors(expr).map((selector) => ({ reader, names: namesOf(selector), selector }));

const ofText = (reader: string, text: string): readonly Read[] => {
  const { patterns, words } = readsOfText(text);
  return [
    ...patterns.map((names) => ({ reader, names })),
    ...words.map((word) => ({ reader, names: literal(word), isGuess: true as const })),
  ];
};

/** Where Grafana's JSON has what is asked. */
const asking = ['expr', 'query', 'definition', 'expression'];

/** The texts of what is asked, wherever they stand in JSON. */
const askedIn = (json: unknown): readonly string[] => {
  if (Array.isArray(json)) return json.flatMap(askedIn);
  if (!isObject(json)) return [];
  return Object.entries(json).flatMap(([field, value]) =>
    typeof value === 'string' ? (asking.includes(field) ? [value] : []) : askedIn(value),
  );
};

const ofJson = (reader: string, json: unknown): readonly Read[] =>
  askedIn(json).flatMap((text) => ofText(reader, text));

const ofPanel = (dashboard: string, { title, queries, drawn }: Panel): readonly Read[] => {
  const reader = `${dashboard} / ${title}`;
  return [
    ...queries.flatMap(({ expr, target }) =>
      target === undefined ? ofExpr(reader, expr) : ofJson(reader, target),
    ),
    ...ofJson(reader, drawn?.more),
  ];
};

/** Whichever data source is asked: another may hold the same series, from elsewhere. What was made of an alert reads what that reads. */
const ofDashboard = ({ title, panels, variables, marks, annotations, more }: Dashboard): readonly Read[] => [
  ...panelsIn(panels).flatMap((panel) => (panel.isOfAlert ? [] : ofPanel(title, panel))),
  ...variables.flatMap((each) => {
    const reader = `${title} / variable ${each.variable}`;
    switch (each.values.type) {
      case 'query':
        return ofText(reader, each.values.query);
      case 'raw':
        return ofJson(reader, each.values.model);
      default:
        return [];
    }
  }),
  ...marks.flatMap(({ expr }) => ofExpr(`${title} / annotations`, expr)),
  ...annotations.flatMap((each) => ofJson(`${title} / annotations`, each)),
  ...ofJson(title, more),
];

/** What the texts of an alert ask that was written elsewhere: `{{ query "…" }}`. Ours ask nothing. */
const ofTexts = (reader: string, texts: object): readonly Read[] =>
  Object.values(texts)
    .flatMap((each: unknown) => (isObject(each) ? Object.values(each) : [each]))
    .filter((text): text is string => typeof text === 'string' && /\bquery\b/.test(text))
    .flatMap((text) => ofText(reader, `${text} {{`));

/** All that the rules and dashboards of an application read of what is scraped, by themselves or through what is recorded. */
export const readsOf = ({ groups, dashboards }: Application): readonly Read[] => [
  ...groups.flatMap(({ records, alerts }) => [
    ...records.flatMap(({ record, expr }) => ofExpr(record, expr)),
    ...alerts.flatMap(({ name, expr, imported, texts }) => [
      ...ofExpr(name, expr),
      ...(imported ? ofTexts(name, texts) : []),
    ]),
  ]),
  ...dashboards.flatMap(ofDashboard),
];
