import { useEffect, useState } from 'preact/hooks';
import type { DashboardModel } from '#browser/dashboard/model/dashboard.js';
import { rangeVariables } from '#browser/dashboard/query/built-in.js';
import { resolve, type Resolved } from '#browser/dashboard/variable/resolve.js';
import { isGivenUp, prometheusUntil } from './context.js';

export interface Variables {
  readonly resolved: readonly Resolved[];
  readonly isLoading: boolean;
}

/** Gives the variables of a dashboard their values, and again when the range or the address is another one. */
export const useVariables = (
  model: DashboardModel,
  range: readonly [number, number],
  asked: Readonly<Record<string, readonly string[]>>,
): Variables | undefined => {
  const [last, setLast] = useState<{ readonly of: string; readonly resolved: readonly Resolved[] }>();
  const question = JSON.stringify([model.uid, ...range, asked]);
  useEffect(() => {
    const controller = new AbortController();
    const [from, to] = range;
    const prometheus = prometheusUntil(controller.signal);
    resolve(model.variables, { prometheus, from, to, asked, builtIn: rangeVariables(from, to) }).then(
      (resolved) => {
        if (!controller.signal.aborted) setLast({ of: question, resolved });
      },
      (error: unknown) => {
        if (!isGivenUp(error)) throw error;
      },
    );
    return () => controller.abort();
  }, [model, question]);
  return last && { resolved: last.resolved, isLoading: last.of !== question };
};
