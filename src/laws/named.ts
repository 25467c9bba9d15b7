import { type Application, serviceScrapesOf } from '#application/application.js';
import { type Scrape, type ServiceScrape, storedBy } from '#application/scrape.js';
import { targetsOf } from '#application/target.js';
import { type NamedLabel, unwrittenLabels } from '#application/written-labels.js';
import { type Expr, selectors } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import { accepts } from '#routing/matcher.js';
import type { Fault } from '#ground/fault.js';
import type { Law } from './law.js';
import { stated } from './stated.js';
import { inEach } from './apart.js';

/** Whether an expression asks for a target of this scrape by a label. */
const asks = (expr: Expr, scrape: Scrape, label: NamedLabel): boolean => {
  const metrics = storedBy(scrape);
  return selectors(expr)
    .filter(({ metric }) => metrics.has(metric.name))
    .flatMap(({ matchers }) => matchers.filter((matcher) => matcher.label === label))
    .some((matcher) => targetsOf(scrape).some((target) => accepts(matcher, target[label] ?? '')));
};

const cures: Readonly<Record<NamedLabel, (scrape: ServiceScrape) => string>> = {
  job: ({ name, services }) =>
    `give the scrape ${name} a job, or each of its Services a label that holds its name: app: '${services[0]?.name ?? ''}'`,
  service: ({ services }) =>
    `give each of its Services a label that holds its name: app: '${services[0]?.name ?? ''}'`,
};

const faults = (application: Application): readonly Fault[] =>
  serviceScrapesOf(application).flatMap((scrape) =>
    unwrittenLabels(scrape).flatMap((label) =>
      stated(application)
        .filter(({ expr }) => asks(expr, scrape, label))
        .map(({ at, reader, expr }) => ({
          where: at,
          what: print(expr),
          code: 'label-not-written',
          why: `${reader} reads the label ${label}, which scrape ${scrape.name} does not write: there it is what a Service is called in the cluster, and the release of a chart may call it otherwise`,
          cure: cures[label](scrape),
        })),
    ),
  );

/** Where a rule or a panel tells targets apart by the name of a Service, the scrape writes that name as it is declared. */
export const everyNameThatIsReadIsWritten: Law = inEach(({ applications }) => applications.flatMap(faults));
