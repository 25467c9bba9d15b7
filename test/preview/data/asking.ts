import { dashboardModel } from '#dashboards/render/dashboard.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import { inSeconds } from '#ground/duration.js';
import { listAt, textAt } from '#ground/json.js';
import { askedBy } from '../../bench/dashboards/load.js';

const answered = async (url: string, path: string, words: URLSearchParams): Promise<unknown> => {
  const response = await fetch(`${url}/api/v1/${path}?${words.toString()}`);
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${words.toString()}: ${textAt(answer, 'error') ?? ''}`);
  return answer;
};

/** Each variable of a dashboard with the first value that it offers. */
const variablesOf = async (
  url: string,
  dashboard: Dashboard,
): Promise<readonly (readonly [string, string])[]> => {
  const asked = listAt(dashboardModel(dashboard), 'templating', 'list').map(async (each) => {
    const name = textAt(each, 'name') ?? '';
    const [, series, label] = /^label_values\((.+), *(\w+)\)$/s.exec(textAt(each, 'definition') ?? '') ?? [];
    if (series === undefined) return [name, textAt(each, 'current', 'value') ?? ''] as const;
    const answer = await answered(url, `label/${label}/values`, new URLSearchParams({ 'match[]': series }));
    const [first] = listAt(answer, 'data');
    return [name, typeof first === 'string' ? first : ''] as const;
  });
  return Promise.all(asked);
};

/** The queries of a dashboard that no series answers, over its own range up to `end`, in seconds. */
export const unanswered = async (
  url: string,
  dashboard: Dashboard,
  end: number,
): Promise<readonly string[]> => {
  const [range, every] = [inSeconds(dashboard.last), inSeconds(dashboard.scrapeInterval)];
  const step = Math.max(every, Math.ceil(range / 900));
  const variables = await variablesOf(url, dashboard);
  const filled = (expr: string): string =>
    variables.reduce(
      (text, [name, value]) => text.replaceAll(new RegExp(`\\$\\{?${name}(:\\w+)?\\}?`, 'g'), value),
      expr
        .replaceAll('$__rate_interval', `${Math.max(step + every, 4 * every)}s`)
        .replaceAll('$__interval', `${step}s`)
        .replaceAll('$__range', `${range}s`),
    );
  const empty: string[] = [];
  for (const { panel, expr, isInstant } of askedBy(dashboard)) {
    const query = filled(expr);
    const words: Readonly<Record<string, string>> = isInstant
      ? { query, time: String(end) }
      : { query, start: String(end - range), end: String(end), step: String(step) };
    const answer = await answered(url, isInstant ? 'query' : 'query_range', new URLSearchParams(words));
    if (listAt(answer, 'data', 'result').length === 0) empty.push(`${dashboard.title}, ${panel}: ${query}`);
  }
  return empty;
};
