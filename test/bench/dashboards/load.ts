import { dashboardModel } from '#dashboards/render/dashboard.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import { panelsIn } from '#dashboards/row.js';
import { targets } from '#dashboards/render/target.js';
import { inSeconds } from '#ground/duration.js';
import { listAt, textAt } from '#ground/json.js';

/** One query as a browser sends it. */
export interface Asked {
  readonly panel: string;
  readonly expr: string;
  readonly isInstant: boolean;
}

/** How wide a panel is drawn, in points: what Grafana asks for at most. */
const points = 900;
/** How many requests a browser has under way to one server by HTTP/1.1. */
const atOnce = 6;

/** What a dashboard asks Prometheus when it is opened, its variables at all that they allow. */
export const askedBy = (dashboard: Dashboard): readonly Asked[] =>
  panelsIn(dashboard.panels)
    .filter(({ logql }) => logql === undefined)
    .flatMap((panel) =>
      targets(panel, { type: 'prometheus', uid: 'prometheus' }).flatMap((each) => {
        const expr = textAt(each, 'expr');
        return expr === undefined ? [] : [{ panel: panel.title, expr, isInstant: panel.asking.instant }];
      }),
    );

const variablesOf = (dashboard: Dashboard): readonly string[] =>
  listAt(dashboardModel(dashboard), 'templating', 'list').flatMap((each) => textAt(each, 'name') ?? []);

/** The text with what Grafana puts into it for a range and a step, in seconds. */
const filledIn = (
  expr: string,
  variables: readonly string[],
  { range, step, every }: { readonly range: number; readonly step: number; readonly every: number },
): string =>
  variables.reduce(
    (text, name) =>
      text
        .replaceAll(new RegExp(`=~"\\$\\{?${name}(:\\w+)?\\}?"`, 'g'), '=~".+"')
        .replaceAll(new RegExp(`="\\$\\{?${name}(:\\w+)?\\}?"`, 'g'), '=~".+"'),
    expr
      .replaceAll('$__rate_interval', `${Math.max(step + every, 4 * every)}s`)
      .replaceAll('$__interval', `${step}s`)
      .replaceAll('$__range', `${range}s`),
  );

/** How long it took to answer one query, in milliseconds, and with how many series. */
export interface Answered extends Asked {
  readonly took: number;
  readonly series: number;
}

const answered = async (
  url: string,
  asked: Asked,
  expr: string,
  range: number,
  step: number,
  end: number,
): Promise<Answered> => {
  const began = performance.now();
  const words = asked.isInstant
    ? new URLSearchParams({ query: expr, time: String(end) })
    : new URLSearchParams({ query: expr, start: String(end - range), end: String(end), step: String(step) });
  const response = await fetch(`${url}/api/v1/${asked.isInstant ? 'query' : 'query_range'}`, {
    method: 'POST',
    body: words,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${expr}: ${text.slice(0, 300)}`);
  const { data } = JSON.parse(text) as { readonly data: { readonly result: readonly unknown[] } };
  return { ...asked, took: performance.now() - began, series: data.result.length };
};

/** A dashboard loaded over a range, in seconds, as a browser does it: so many queries at once. */
export const load = async (
  url: string,
  dashboard: Dashboard,
  range: number,
  end: number,
): Promise<{ readonly took: number; readonly answers: readonly Answered[] }> => {
  const every = inSeconds(dashboard.scrapeInterval);
  const step = Math.max(every, Math.ceil(range / points));
  const variables = variablesOf(dashboard);
  const waiting = [...askedBy(dashboard)];
  const answers: Answered[] = [];
  const began = performance.now();
  const next = async (): Promise<void> => {
    for (let asked = waiting.shift(); asked; asked = waiting.shift())
      answers.push(
        await answered(url, asked, filledIn(asked.expr, variables, { range, step, every }), range, step, end),
      );
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return { took: performance.now() - began, answers };
};
