import { dashboardModel } from '#dashboards/render/dashboard.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import { byKey } from '#ground/by-key.js';
import { inSeconds } from '#ground/duration.js';
import { isTrueAt, listAt, textAt } from '#ground/json.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { panelsIn } from '#dashboards/row.js';
import { type Asked, askedBy } from '../../bench/dashboards/load.js';

const answered = async (url: string, path: string, words: URLSearchParams): Promise<unknown> => {
  const response = await fetch(`${url}/api/v1/${path}?${words.toString()}`);
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${words.toString()}: ${textAt(answer, 'error') ?? ''}`);
  return answer;
};

/** Each variable of a dashboard with the first value that it offers, of those before it; of one that may hold several, with all. */
const variablesOf = async (
  url: string,
  dashboard: Dashboard,
): Promise<readonly (readonly [string, string])[]> => {
  const chosen: (readonly [string, string])[] = [];
  for (const each of listAt(dashboardModel(dashboard), 'templating', 'list')) {
    const name = textAt(each, 'name') ?? '';
    const [, series, label] = /^label_values\((.+), *(\w+)\)$/s.exec(textAt(each, 'definition') ?? '') ?? [];
    if (isTrueAt(each, 'includeAll')) chosen.push([name, '.+']);
    else if (series === undefined) chosen.push([name, textAt(each, 'current', 'value') ?? '']);
    else {
      const match = new URLSearchParams({ 'match[]': filled(series, chosen) });
      const [first] = listAt(await answered(url, `label/${label}/values`, match), 'data');
      chosen.push([name, typeof first === 'string' ? first : '']);
    }
  }
  return chosen;
};

const filled = (text: string, variables: readonly (readonly [string, string])[]): string =>
  variables.reduce(
    (before, [name, value]) => before.replaceAll(new RegExp(`\\$\\{?${name}(:\\w+)?\\}?`, 'g'), value),
    text,
  );

/** What a panel that may be empty says then: that nothing fires, or that nothing was asked. */
const saysNothing = ({ defaults }: Panel): boolean => textAt(defaults, 'noValue') !== undefined;

/**
 * The panels of a dashboard of which no query is answered, over its own range up to `end`, in seconds. One that says what it means when it is
 * empty may be.
 */
export const unanswered = async (
  url: string,
  dashboard: Dashboard,
  end: number,
): Promise<readonly string[]> => {
  const [range, every] = [inSeconds(dashboard.last), inSeconds(dashboard.scrapeInterval)];
  const step = Math.max(every, Math.ceil(range / 900));
  const variables = await variablesOf(url, dashboard);
  const queryOf = (expr: string): string =>
    filled(
      expr
        .replaceAll('$__rate_interval', `${Math.max(step + every, 4 * every)}s`)
        .replaceAll('$__interval', `${step}s`)
        .replaceAll('$__range', `${range}s`),
      variables,
    );
  const isAnswered = async ({ expr, isInstant }: Asked): Promise<boolean> => {
    const query = queryOf(expr);
    const words: Readonly<Record<string, string>> = isInstant
      ? { query, time: String(end) }
      : { query, start: String(end - range), end: String(end), step: String(step) };
    const answer = await answered(url, isInstant ? 'query' : 'query_range', new URLSearchParams(words));
    return listAt(answer, 'data', 'result').length > 0;
  };
  const silent = panelsIn(dashboard.panels)
    .filter(saysNothing)
    .map(({ title }) => title);
  const asked = byKey(askedBy(dashboard), ({ panel }) => panel);
  const empty: string[] = [];
  for (const [panel, queries] of asked) {
    const all = await Promise.all(queries.map(isAnswered));
    if (!all.includes(true) && !silent.includes(panel))
      empty.push(`${dashboard.title}, ${panel}: ${queries.map(({ expr }) => queryOf(expr)).join('; ')}`);
  }
  return empty;
};
