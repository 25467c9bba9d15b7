import { type Mark, mark } from '#dashboards/mark.js';
import { oneStep } from '#promql/expr/when.js';
import type { Gauge } from '#promql/metric/metric.js';
import { max } from '#promql/vector/aggregate.js';
import { matched } from '#promql/vector/matched.js';
import { on } from '#promql/vector/matching.js';
import { presentOverTime } from '#promql/vector/over-time.js';
import { value } from '#promql/vector/select.js';
import { andBeside, unless } from '#promql/vector/set.js';

/** A metric whose label is the version that a program was built as, `…_build_info`. */
export type BuildInfo = Gauge<'job' | 'version', 'count'>;

const perVersion = { by: ['job', 'version'] } as const;

/**
 * Marks programs that are of another version than before: one that was not seen for ten minutes, of a job that was there within the hour before.
 * What comes back after a while as what it was is news to nobody.
 */
export const versionChanges = (build: BuildInfo): Mark => {
  const before = build.offset(oneStep);
  return mark(
    { ko: '버전 변경', en: 'New version' },
    {
      signal: andBeside(
        unless(max(value(build), perVersion), max(presentOverTime(before, '10m'), perVersion)),
        matched(max(presentOverTime(before, '1h'), { by: ['job'] }), on('job')),
      ),
      text: ({ job, version }) => `${job} ${version}`,
      color: 'blue',
    },
  );
};
