import { isBefore } from '#ground/release.js';
import type { Feature, Platform } from '#platform/platform.js';
import type { Expr } from '#promql/expr/ast.js';
import { type Need, experimentalFaults, needsOf } from '#promql/expr/needs.js';
import { print } from '#promql/expr/print.js';
import { type Caused, oncePerCause } from '#laws/cause.js';
import type { Law } from '#laws/law.js';
import { type Stated, stated } from '#laws/stated.js';
import { platformLaw } from './law.js';
import { inEach } from '#laws/apart.js';

const has = ({ prometheus }: Platform, feature: string): boolean =>
  prometheus.features.some((each: Feature) => each === feature);

/** Whether the platform's Prometheus reads what needs this: by its release, or by a flag. */
const isMet = (platform: Platform, { since, flag }: Need): boolean => {
  const { prometheus } = platform.versions;
  return (
    !isBefore(prometheus, since) ||
    (flag !== undefined && !isBefore(prometheus, flag.since) && has(platform, flag.feature))
  );
};

const ofNeeds = ({ at, reader, expr }: Stated, platform: Platform, cluster: string): readonly Caused[] =>
  needsOf(expr)
    .filter((need) => !isMet(platform, need))
    .map(({ since, why, flag }) => ({
      cause: `${since} ${why}`,
      hit: reader,
      fault: {
        where: at,
        what: print(expr),
        code: 'prometheus-too-old',
        why: `${reader} needs Prometheus ${since}, for ${why}, and the platform of ${cluster} runs ${platform.versions.prometheus}`,
        cure:
          flag !== undefined && !isBefore(platform.versions.prometheus, flag.since)
            ? `give the platform's Prometheus the feature '${flag.feature}', or update it to ${since} or newer`
            : `update it to ${since} or newer, or write it otherwise`,
      },
    }));

const experimental: Feature = 'promql-experimental-functions';

const isExperimental = (expr: Expr): boolean => experimentalFaults(expr).length > 0;

const ofFlag = ({ at, reader, expr }: Stated, platform: Platform, cluster: string): readonly Caused[] =>
  isExperimental(expr) && !has(platform, experimental)
    ? [
        {
          cause: experimental,
          hit: reader,
          fault: {
            where: at,
            what: print(expr),
            code: 'feature-not-enabled',
            why: `${reader} is read by a Prometheus with --enable-feature=${experimental} alone, and that of ${cluster} is without: it refuses the whole file`,
            cure: `give the platform's Prometheus the feature '${experimental}', or write it otherwise`,
          },
        },
      ]
    : [];

/** A Prometheus that does not know one function refuses the file that it stands in, and all other alerts of it are gone too. */
export const everyExpressionIsRead: Law = inEach(
  platformLaw((platform, { applications, cluster }) =>
    oncePerCause(
      applications
        .flatMap(stated)
        .flatMap((each) => [
          ...ofNeeds(each, platform, cluster.name),
          ...ofFlag(each, platform, cluster.name),
        ]),
    ),
  ),
);
