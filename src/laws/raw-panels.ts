import type { Application } from '#application/application.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import { metricsIn } from '#dashboards/raw-expression.js';
import { panelsIn } from '#dashboards/row.js';
import type { Fault } from '#ground/fault.js';
import { textAt } from '#ground/json.js';
import type { Law } from './law.js';
import { available } from './scraped.js';

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

const told = ({ name }: Application, dashboard: Dashboard, known: ReadonlySet<string>): readonly Fault[] => {
  const unknown = named(dashboard).filter((each) => !known.has(each));
  return unknown.length === 0
    ? []
    : [
        {
          where: `${name}/dashboards/${dashboard.uid}`,
          what: '',
          code: 'no-such-metric',
          why: `${dashboard.title} has queries as text that read ${listed(unknown)}, which nothing of the estate exports`,
          cure: 'look whether somebody else scrapes it: if nobody does, these panels stay empty',
          isHint: true,
        },
      ];
};

/** What is written as text is nobody's promise: a metric that nobody here exports is told of, for others may. */
export const everyRawQueryIsToldOf: Law = ({ applications }) => {
  const known = new Set(applications.flatMap(available));
  return applications.flatMap((application) =>
    application.dashboards.flatMap((dashboard) => told(application, dashboard, known)),
  );
};
