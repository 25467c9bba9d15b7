import { type Application, scrapesOf } from '#application/application.js';
import { toldOfItself } from '#application/platform-parts.js';
import { storedBy } from '#application/scrape.js';
import { selectors } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import { accepts, printMatcher } from '#routing/matcher.js';
import { type Caused, oncePerCause } from '#laws/cause.js';
import type { Law } from '#laws/law.js';
import { stated } from '#laws/stated.js';
import { platformLaw } from './law.js';
import { inEach } from '#laws/apart.js';

const misread = (application: Application, namespace: string, cluster: string): readonly Caused[] => {
  const scrapes = scrapesOf(application).map((scrape) => storedBy(scrape));
  return stated(application).flatMap(({ at, reader, expr }) =>
    selectors(expr)
      .filter(({ metric }) => toldOfItself.has(metric.name) && !scrapes.some((each) => each.has(metric.name)))
      .flatMap(({ metric, matchers }) =>
        matchers
          .filter((matcher) => matcher.label === 'namespace' && !matcher.value.startsWith('$'))
          .filter((matcher) => !metric.ownLabels.includes('namespace') && !accepts(matcher, namespace))
          .map((matcher) => ({
            cause: printMatcher(matcher),
            hit: reader,
            fault: {
              where: at,
              what: print(expr),
              code: 'platform-lives-elsewhere',
              why: `${reader} reads ${metric.name} with ${printMatcher(matcher)}, and the platform of ${cluster} is in ${namespace}`,
              cure: `narrow it to where the platform is: narrowed(…, { namespace: '${namespace}' })`,
            },
          })),
      ),
  );
};

/** What is read of the platform itself in a namespace where it is not finds nothing: whoever watches the watchers is blind. */
export const everyPlatformIsReadWhereItLives: Law = inEach(
  platformLaw(({ namespace }, { applications, cluster }) =>
    oncePerCause(applications.flatMap((each) => misread(each, namespace, cluster.name))),
  ),
);
