import type { Application } from '#application/application.js';
import { isDerived } from '#dashboards/derived.js';
import { askedBy } from '#dashboards/panel/panel.js';
import { panelsIn } from '#dashboards/row.js';
import { type Duration, duration, inSeconds } from '#ground/duration.js';
import { keeps, shows } from '#platform/keeps.js';
import { readsBack } from '#promql/expr/look-back.js';
import { print } from '#promql/expr/print.js';
import { type Caused, oncePerCause } from '#laws/cause.js';
import type { Law } from '#laws/law.js';
import { type Stated, ruled } from '#laws/stated.js';
import { platformLaw } from './law.js';
import { inEach } from '#laws/apart.js';

/** What asks for one value now: it reads the whole window, while a range shows what there is. */
const instant = (application: Application): readonly Stated[] =>
  application.dashboards.flatMap((dashboard) =>
    panelsIn(dashboard.panels)
      .filter(
        (panel) =>
          panel.asking.instant &&
          !isDerived(panel) &&
          askedBy(panel, dashboard.datasources)?.uid === application.datasources.prometheus.uid,
      )
      .flatMap((panel) =>
        panel.queries.map(({ expr }) => ({
          at: `${application.name}/dashboards/${dashboard.uid}`,
          reader: `${dashboard.title} / ${panel.title}`,
          expr,
        })),
      ),
  );

/** As people say how long something is kept: `30d`, not `4w`. */
const inDays = (seconds: number): Duration =>
  seconds % 86_400 === 0 ? `${seconds / 86_400}d` : duration(seconds);

const longerThan = (kept: Duration, who: string, stated: readonly Stated[]): readonly Caused[] =>
  stated
    .map((each) => ({ ...each, reads: Math.ceil(readsBack(each.expr)) }))
    .filter(({ reads }) => reads > inSeconds(kept))
    .map(({ at, reader, expr, reads }) => ({
      cause: 'retention',
      hit: reader,
      fault: {
        where: at,
        what: print(expr),
        code: 'kept-too-short',
        why: `${reader} reads ${inDays(reads)} back, and ${who} keeps ${kept}`,
        cure: `keep ${inDays(reads)} or more (prometheus.retention, with a volume that holds it), ask a long-term store (engine: thanos or mimir), or record daily parts and read those`,
      },
    }));

/**
 * A window that is longer than samples are kept reads what is left of it: an error budget of 30 days on a Prometheus that keeps 7 is one of 7, and
 * looks better than it is.
 */
export const everyWindowIsKept: Law = inEach(
  platformLaw((platform, { applications, cluster }) => {
    const who = `the platform of ${cluster.name}`;
    return oncePerCause(
      applications.flatMap((each) => [
        ...longerThan(keeps(platform), who, ruled(each)),
        ...longerThan(shows(platform), who, instant(each)),
      ]),
    );
  }),
);
