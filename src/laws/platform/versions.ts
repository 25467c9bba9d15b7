import type { Fault } from '#ground/fault.js';
import { isBefore } from '#ground/release.js';
import { type Program, lowest, programNames, programs, refusingLinks } from '#platform/lowest.js';
import type { Law } from '#laws/law.js';
import { platformLaw } from './law.js';
import { ofThePlace } from '#laws/apart.js';

/** Of a platform as a whole; a Grafana or an Alertmanager that it has not need not be of any release. */
export const everyProgramIsNewEnough: Law = ofThePlace(
  platformLaw((platform, { applications, cluster }) => {
    if (applications.length === 0) return [];
    const runs = (program: Program): boolean =>
      (program !== 'grafana' && program !== 'alertmanager') || platform[program] !== undefined;
    const old = programs.filter(
      (program) => runs(program) && isBefore(platform.versions[program], lowest[program].release),
    );
    return [
      ...old.map((program): Fault => {
        const { release, why } = lowest[program];
        return {
          where: `${cluster.name}/platform/versions.${program}`,
          what: platform.versions[program],
          code: 'platform-too-old',
          why: `what is written here needs ${programNames[program]} ${release}: ${why}`,
          // One that is older shows dashboards without knowing their model.
          ...(program === 'grafana' && { isHint: true as const }),
          cure: `update ${programNames[program]} to ${release} or newer`,
        };
      }),
      ...(platform.versions.operator.replace(/^v/, '') === refusingLinks
        ? [
            {
              where: `${cluster.name}/platform/versions.operator`,
              what: platform.versions.operator,
              code: 'platform-too-old' as const,
              why: `prometheus-operator ${refusingLinks} alone takes only links that begin with a scheme, and ours are templates`,
              cure: 'update prometheus-operator to 0.88.1 or newer',
            },
          ]
        : []),
    ];
  }),
);
