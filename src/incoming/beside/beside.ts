import type { Fault } from '#ground/fault.js';
import type { GivenFile } from '#ground/yaml-objects.js';
import type { Part } from '#incoming/application/index-file.js';
import { apart } from '#ground/apart.js';
import { dashboardSource } from '#incoming/dashboards/source.js';
import { type ReadDashboard, readDashboards } from '#incoming/dashboards/read.js';
import type { Changed, LeftOut } from '#incoming/plan/left-out.js';
import { leavesNamespace } from '#incoming/plan/namespace.js';
import type { Plan } from '#incoming/plan/plan.js';
import type { Severities } from '#incoming/plan/severities.js';
import { type RoutingSource, routingSource } from '#incoming/routing/source.js';
import { scrapesSource } from '#incoming/scrapes/source.js';
import type { NamedSecret } from '#incoming/settings/secrets.js';
import type { Naming } from '#new/naming.js';
import { readRoutes } from '#proof/rules/reach/routes.js';
import type { AlertLabels } from '#routing/carried.js';
import type { WrittenRouting } from '#routing/read/read.js';
import { carried } from '#rules/carried.js';

/** A file of what stands beside rules: one that keeps the application from being synthesized is left out. */
export interface Piece extends Part {
  /** What it is of, as a person knows it. */
  readonly what: string;
  readonly text: string;
  readonly from: string;
}

/** What came in beside rules, as it is written. */
export interface Beside {
  readonly dashboards: readonly (Piece & { readonly read: ReadDashboard })[];
  readonly routing?: Piece & { readonly source: RoutingSource; readonly written: WrittenRouting };
  /** What is scraped; `services` stand in its file too. */
  readonly scrapes?: Piece;
  readonly secrets: readonly NamedSecret[];
  readonly leftOut: readonly LeftOut[];
  readonly changed: readonly Changed[];
  readonly faults: readonly Fault[];
}

/** The labels of alerts in their application, as far as they are known before they fire. */
export const labelsOf = ({ groups }: Plan, application: string, namespace: string): readonly AlertLabels[] =>
  groups.flatMap((group) =>
    group.alerts.map(({ alert, expr }) => {
      const { labels, open, among } = carried(alert, group.written, expr);
      const ours = {
        ...{ application, component: application },
        ...(!leavesNamespace(group) && { namespace }),
      };
      return {
        labels: { ...ours, ...labels },
        open: open.filter((label) => !(label in ours)),
        among,
      };
    }),
  );

const routingOf = (
  routings: readonly WrittenRouting[],
  naming: Naming,
  alerts: readonly AlertLabels[],
  severities: Severities,
): Pick<Beside, 'routing' | 'leftOut'> => {
  const chosen = routings.find(({ form }) => form === 'alertmanager.yml') ?? routings[0];
  if (chosen === undefined) return { leftOut: [] };
  const { name: application, title, language } = naming;
  const source = routingSource(chosen, { application, title, language, alerts, severities });
  const others = routings.filter((each) => each !== chosen);
  return {
    routing: {
      ...{ code: 'routing', file: 'routing.ts', what: 'routing', text: source.text, from: chosen.file },
      ...{ source, written: chosen },
    },
    leftOut: [
      ...source.leftOut,
      ...others.map(({ file, line, form, name }) => ({
        what: name === '' ? form : `${form} ${name}`,
        place: { file, line },
        why: 'an application has one routing, and another came first',
      })),
    ],
  };
};

const dashboardsOf = (
  read: readonly ReadDashboard[],
  application: string,
): Pick<Beside, 'dashboards' | 'changed'> => {
  const sources = read.map((each) => dashboardSource(each, { application }));
  const names = apart(sources.map(({ name }) => name));
  const files = apart(
    sources.map(
      ({ name }) =>
        name
          .replace(/Dashboard$/, '')
          .replace(/[A-Z]+/g, (big) => `-${big.toLowerCase()}`)
          .replace(/^-|[^a-z0-9-]/g, '') || 'dashboard',
    ),
  );
  return {
    dashboards: read.map((each, i) => {
      const name = names[i] ?? '';
      const { text } = dashboardSource(each, { application, name });
      return {
        ...{ code: name, file: `dashboards/${files[i]}.ts`, what: 'dashboard', text },
        ...{ from: each.file, read: each },
      };
    }),
    changed: sources.flatMap(({ left }, i) =>
      left.map(({ where, what, why }) => ({
        what: [`dashboard`, where, what].filter((part) => part !== '').join(' '),
        place: { file: read[i]?.file ?? '', line: 1 },
        why,
      })),
    ),
  };
};

/** What files hold beside rules, as it is written. */
export const besideOf = (
  files: readonly GivenFile[],
  plan: Plan,
  naming: Naming,
  namespace: string,
  severities: Severities,
): Beside => {
  const routes = readRoutes(files);
  const { routing, leftOut } = routingOf(
    routes.routings,
    naming,
    labelsOf(plan, naming.name, namespace),
    severities,
  );
  const { dashboards, faults } = readDashboards(files);
  const scraped = scrapesSource(files, naming.name, namespace);
  const { changed, ...drawn } = dashboardsOf(dashboards, naming.name);
  return {
    ...drawn,
    ...(routing && { routing }),
    ...(scraped.text !== '' && {
      scrapes: {
        ...{ code: 'scrapes', file: 'scrapes.ts', what: 'scrape', text: scraped.text },
        from: scraped.scrapes.map(({ name }) => name).join(', '),
      },
    }),
    leftOut: [...leftOut, ...scraped.leftOut],
    changed: [...changed, ...scraped.changed],
    secrets: [...(routing?.source.secrets ?? []), ...scraped.secrets],
    faults: [...routes.faults, ...faults],
  };
};

/** The same without some of its pieces, which are left out for a reason. */
export const withoutPieces = (beside: Beside, blamed: ReadonlyMap<Piece, string>): Beside => {
  const { routing, scrapes, ...rest } = beside;
  return {
    ...rest,
    ...(routing && !blamed.has(routing) && { routing }),
    ...(scrapes && !blamed.has(scrapes) && { scrapes }),
    dashboards: beside.dashboards.filter((each) => !blamed.has(each)),
    leftOut: [
      ...beside.leftOut,
      ...[...blamed].map(([{ what, from }, why]) => ({ what, place: { file: from, line: 1 }, why })),
    ],
  };
};

/** All pieces. */
export const piecesOf = ({
  routing,
  scrapes,
  dashboards,
}: Pick<Beside, 'routing' | 'scrapes' | 'dashboards'>): readonly Piece[] => [
  ...(routing ? [routing] : []),
  ...(scrapes ? [scrapes] : []),
  ...dashboards,
];
