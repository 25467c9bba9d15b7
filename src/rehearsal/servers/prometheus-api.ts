import type { TargetState } from '#browser/wire/rehearsal.js';
import { listAt, numberAt, objectAt, textAt } from '#ground/json.js';

type Labels = Readonly<Record<string, string>>;

/** Labels as they stand in JSON. */
export const labelsIn = (value: unknown, ...field: readonly string[]): Labels =>
  Object.fromEntries(Object.entries(objectAt(value, ...field)).map(([label, text]) => [label, String(text)]));

/** Asks Prometheus's HTTP API, version 1. */
const ask = async (url: string, path: string): Promise<unknown> => {
  const response = await fetch(`${url}/api/v1/${path}`);
  const answer: unknown = await response.json();
  if (textAt(answer, 'status') !== 'success')
    throw new Error(`Prometheus refuses ${path}: ${textAt(answer, 'error') ?? response.status}`);
  return objectAt(answer, 'data');
};

/** What Prometheus knows under a name, and what is wrong with it: nothing where all is well. */
export interface Checked {
  readonly name: string;
  readonly faults: readonly string[];
}

const healthOf = (text: string | undefined): TargetState['health'] =>
  text === 'up' || text === 'down' ? text : 'unknown';

/** The targets as they are now. */
export const targetStates = async (url: string): Promise<readonly TargetState[]> =>
  listAt(await ask(url, 'targets?state=active'), 'activeTargets').map((target) => {
    const error = textAt(target, 'lastError');
    return {
      job: textAt(target, 'labels', 'job') ?? '',
      instance: textAt(target, 'labels', 'instance') ?? '',
      health: healthOf(textAt(target, 'health')),
      ...(error && { error }),
    };
  });

/** The targets by their jobs, and why one is not up. */
export const targets = async (url: string): Promise<readonly Checked[]> =>
  (await targetStates(url)).map(({ job, health, error = '' }) => ({
    name: job,
    faults: health === 'up' ? [] : [`${health} ${error}`],
  }));

/** The rules by what they alert or record, and why one was not evaluated rightly since a moment, in milliseconds. */
export const rules = async (url: string, since: number): Promise<readonly Checked[]> =>
  listAt(await ask(url, 'rules'), 'groups').flatMap((group) =>
    listAt(group, 'rules').map((rule) => {
      const last = textAt(rule, 'lastEvaluation') ?? '';
      const health = textAt(rule, 'health') ?? '';
      return {
        name: textAt(rule, 'name') ?? '',
        faults: [
          ...(health === 'ok' ? [] : [`${health} ${textAt(rule, 'lastError') ?? ''}`]),
          ...(Date.parse(last) > since ? [] : [`was last evaluated at ${last}`]),
        ],
      };
    }),
  );

/** An alert that Prometheus has. */
export interface ActiveAlert {
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly state: 'pending' | 'firing';
  /** When its expression came to have it, in milliseconds since 1970. */
  readonly activeAt: number;
}

/** The alerts that are pending or firing. */
export const activeAlerts = async (url: string): Promise<readonly ActiveAlert[]> =>
  listAt(await ask(url, 'alerts'), 'alerts').map((alert) => ({
    labels: labelsIn(alert, 'labels'),
    annotations: labelsIn(alert, 'annotations'),
    state: textAt(alert, 'state') === 'firing' ? 'firing' : 'pending',
    activeAt: Date.parse(textAt(alert, 'activeAt') ?? ''),
  }));

/** How an expression went, a point each `step` seconds, from a moment to another in seconds since 1970. */
export const rangeOf = async (
  url: string,
  expr: string,
  { from, to, step }: { readonly from: number; readonly to: number; readonly step: number },
): Promise<readonly (readonly (readonly [at: number, value: number])[])[]> => {
  const query = new URLSearchParams({
    ...{ query: expr, start: String(from), end: String(to), step: String(step) },
  });
  return listAt(await ask(url, `query_range?${query.toString()}`), 'result').map((series) =>
    listAt(series, 'values').map((point) => [
      (numberAt(point, 0) ?? 0) * 1_000,
      Number(Array.isArray(point) ? point[1] : NaN),
    ]),
  );
};
