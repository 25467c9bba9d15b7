import type { Application } from '#application/application.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import { metricsIn } from '#dashboards/raw-expression.js';
import { panelsIn } from '#dashboards/row.js';
import type { Fault } from '#ground/fault.js';
import { textAt } from '#ground/json.js';
import type { Law } from './law.js';
import { available } from './scraped.js';
import { across } from './apart.js';

/** The metrics that the queries of a dashboard name which were written as text. */
const named = ({ panels }: Dashboard): readonly string[] => {
  const texts = panelsIn(panels).flatMap(({ queries }) =>
    queries.flatMap(({ target }) => textAt(target, 'expr') ?? []),
  );
  return [...new Set(texts.flatMap(metricsIn))].toSorted();
};

/** As many names as a line has room for. */
const listed = (names: readonly string[]): string => {
  const [shown, others] = [names.slice(0, 5), names.length - 5];
  return others > 0 ? `${shown.join(', ')} and ${others} more` : shown.join(', ');
};

/** A dashboard that reads as text what nothing of its own application exports. */
interface Asking {
  readonly where: string;
  readonly title: string;
  readonly names: readonly string[];
}

const askingOf = (application: Application, known: ReadonlySet<string>): readonly Asking[] =>
  application.dashboards.flatMap((dashboard) => {
    const names = named(dashboard).filter((each) => !known.has(each));
    const where = `${application.name}/dashboards/${dashboard.uid}`;
    return names.length === 0 ? [] : [{ where, title: dashboard.title, names }];
  });

/** What is written as text is nobody's promise: a metric that nobody here exports is told of, for others may. */
export const everyRawQueryIsToldOf: Law = across({
  summary: ({ applications }) => {
    const known = new Set(applications.flatMap(available));
    return {
      asking: applications.flatMap((each) => askingOf(each, known)),
      // one text, which is taken apart only where somebody asks
      known: [...known].join(' '),
    };
  },
  judge: (all) => {
    const asking = all.flatMap((each) => each.asking);
    if (asking.length === 0) return [];
    const known = new Set(all.flatMap((each) => each.known.split(' ')));
    return asking.flatMap(({ where, title, names }): readonly Fault[] => {
      const unknown = names.filter((each) => !known.has(each));
      return unknown.length === 0
        ? []
        : [
            {
              where,
              what: '',
              code: 'no-such-metric',
              why: `${title} has queries as text that read ${listed(unknown)}, which nothing of the estate exports`,
              cure: 'look whether somebody else scrapes it: if nobody does, these panels stay empty',
              isHint: true,
            },
          ];
    });
  },
});
