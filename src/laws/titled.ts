import { shownTitle } from '#dashboards/shown-title.js';
import { isAsDrawn } from '#dashboards/strip/strip.js';
import { repeated } from '#ground/repeated.js';
import type { Law } from './law.js';
import { across, orNothing } from './apart.js';

/** Two dashboards of one title: whoever looks for one at night opens the other. One that others drew keeps the title that it came with. */
export const everyDashboardHasATitleOfItsOwn: Law = across({
  summary: ({ applications }) =>
    orNothing(
      applications.flatMap(({ name, dashboards }) =>
        dashboards
          .filter(({ panels }) => !isAsDrawn(panels))
          .map((dashboard) => ({ name, uid: dashboard.uid, title: shownTitle(dashboard) })),
      ),
    ),
  judge: (all) =>
    repeated(all.flat(), ({ title }) => title).map(([first, { name, uid, title }]) => ({
      where: `${name}/dashboards/${uid}`,
      what: title,
      code: 'title-twice' as const,
      why: `${first.name}/dashboards/${first.uid} is called '${title}' too, and nobody tells the two apart where they stand together`,
      cure: 'say in its title what this one answers',
    })),
});
