import { inSeconds } from '#ground/duration.js';
import type { Target } from '#rehearsal/life/targets.js';
import type { Rehearsed } from '#rehearsal/place/rehearsed.js';
import { untilWell } from '#rehearsal/servers/patience.js';
import { rules, targets } from '#rehearsal/servers/prometheus-api.js';

interface Wanted {
  readonly rehearsed: Rehearsed;
  readonly signal?: AbortSignal;
}

/**
 * Waits until a Prometheus has asked every target and evaluated every rule.
 *
 * @throws Error where that takes too long, with what it still waits for; the reason of the signal where nobody wants it any more.
 */
export const untilReady = async (
  prometheus: string,
  { rehearsed: { application }, signal }: Wanted,
  scraped: readonly Target[],
  preparing: (what: string) => void,
): Promise<void> => {
  const whileWanted =
    <T>(look: () => Promise<T>) =>
    (): Promise<T> => {
      signal?.throwIfAborted();
      return look();
    };
  preparing('waiting for all targets to be up');
  const jobs = [...new Set(scraped.map(({ labels, job }) => labels['job'] ?? job))];
  await untilWell(
    'all targets to be up',
    jobs,
    whileWanted(() => targets(prometheus)),
  );
  const up = Date.now();
  preparing('waiting for all rules to be evaluated');
  const named = application.groups.flatMap((group) => [
    ...group.records.map(({ record }) => record),
    ...group.alerts.map(({ name }) => name),
  ]);
  const slowest = Math.max(0, ...application.groups.map(({ interval }) => inSeconds(interval)));
  const evaluated = whileWanted(() => rules(prometheus, up));
  await untilWell('all rules to be evaluated', named, evaluated, 40_000 + slowest * 1_000);
};
