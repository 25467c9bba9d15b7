import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PanelGiven } from '#browser/dashboard/model/panel.js';
import { targetsOf, type Target } from '#browser/dashboard/query/target.js';
import { within } from '#browser/dashboard/variable/interpolate.js';
import { type Found, found } from './asked.js';
import { type Context, isGivenUp, prometheusUntil } from './context.js';

export interface Asked {
  readonly targets: readonly Target[];
  /** What was found last; it stays while it is asked again. */
  readonly found?: Found;
  readonly isLoading: boolean;
}

/** Asks for a panel's data, and again when the context is another one. `points` is how many it can show; nought while nobody knows. */
export const useFound = (panel: PanelGiven, context: Context, points: number): Asked => {
  const [last, setLast] = useState<{ readonly of: readonly Target[]; readonly found: Found }>();
  const isMeasured = points > 0;
  const known = useMemo(() => within(context.known, panel.scope), [panel, context]);
  // A panel that changes its size is not asked again for that.
  const targets = useMemo(
    () => (isMeasured ? targetsOf(panel, { ...context, known, points }) : []),
    [panel, context, known, isMeasured],
  );
  useEffect(() => {
    if (!isMeasured) return undefined;
    const controller = new AbortController();
    found(panel, targets, known, prometheusUntil(controller.signal)).then(
      (is) => {
        if (!controller.signal.aborted) setLast({ of: targets, found: is });
      },
      (error: unknown) => {
        if (!isGivenUp(error)) throw error;
      },
    );
    return () => controller.abort();
  }, [panel, targets, known, isMeasured]);
  return {
    targets,
    ...(last && { found: last.found }),
    isLoading: last === undefined || last.of !== targets,
  };
};
