import { hasExemplars } from '#dashboards/exemplars.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import { panelsIn } from '#dashboards/row.js';
import type { Law } from '#laws/law.js';
import { platformLaw } from './law.js';
import { inEach } from '#laws/apart.js';

/** The first panel of a dashboard that asks for exemplars. */
const asking = ({ exemplars, panels }: Dashboard) =>
  exemplars
    ? panelsIn(panels).find((panel) => panel.queries.some((query) => hasExemplars(panel, query)))
    : undefined;

/** A panel that asks for exemplars of a Prometheus which keeps none shows lines without a point that leads to a trace, and nobody knows why. */
export const everyExemplarIsKept: Law = inEach(
  platformLaw(({ prometheus }, { applications, cluster }) =>
    prometheus.features.includes('exemplar-storage')
      ? []
      : applications.flatMap(({ name, dashboards }) => {
          const asked = dashboards.flatMap((each) => {
            const panel = asking(each);
            return panel ? [`${each.title} / ${panel.title}`] : [];
          });
          const [first, ...others] = asked;
          return first === undefined
            ? []
            : [
                {
                  where: `${name}/dashboards`,
                  what: first,
                  code: 'feature-not-enabled' as const,
                  why: `'${first}'${others.length > 0 ? ` and panels of ${others.length} dashboards more` : ''} ask for exemplars, of which the Prometheus of ${cluster.name} keeps none`,
                  cure: "give the platform prometheus: { features: ['exemplar-storage'] }",
                },
              ];
        }),
  ),
);
