import { keyOf } from '#alerts/rule/rule.js';
import type { Application } from '#application/application.js';
import { toldAlertsOf } from '#application/log-groups.js';
import { byKey } from '#ground/by-key.js';
import type { Written } from '#laws/paths.js';
import type { Drill } from '#synth/drills/drill.js';
import { catalogueOf, cataloguePath } from './catalogue.js';
import { pagePath, runbookPages } from './page.js';

/** A place with the applications that run there. */
interface Running {
  readonly name: string;
  readonly applications: readonly Application[];
}

interface Page {
  readonly place: string;
  readonly path: string;
  readonly text: string;
}

/** A page of an alert that is not the same everywhere: what is so in each place, below its name. */
const joined = (pages: readonly Page[]): string =>
  [...byKey(pages, ({ text }) => text)]
    .map(([text, of]) => {
      const [title = '', ...rest] = text.split('\n');
      return `${title} (${of.map(({ place }) => place).join(', ')})\n${rest.join('\n')}`;
    })
    .join('\n');

/** The runbooks of all places, one page for each alert of an application wherever it runs, and one that lists all alerts; and who writes which. */
export const runbooksOf = (
  places: readonly Running[],
  drills: readonly Drill[] = [],
): { readonly pages: ReadonlyMap<string, string>; readonly written: readonly Written[] } => {
  const all = places.flatMap(({ name: place, applications }) =>
    applications.flatMap((each) =>
      [...runbookPages(each, drills)].map(([path, text]): Page => ({ place, path, text })),
    ),
  );
  const written = places.flatMap(({ applications }) =>
    applications.flatMap((each) =>
      toldAlertsOf(each).map((alert) => ({ path: pagePath(each.name, keyOf(alert)), by: each.name })),
    ),
  );
  const pages = [...byKey(all, ({ path }) => path)].map(([path, of]) => {
    const [first] = of;
    return [path, first && of.every(({ text }) => text === first.text) ? first.text : joined(of)] as const;
  });
  const applications = places.flatMap((place) => place.applications);
  const catalogue = pages.length === 0 ? [] : [[cataloguePath, catalogueOf(applications, drills)] as const];
  return { pages: new Map([...pages, ...catalogue]), written };
};
