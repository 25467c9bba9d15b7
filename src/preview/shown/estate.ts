import { type Application, scrapesOf } from '#application/application.js';
import { toldAlertsOf } from '#application/log-groups.js';
import type { ApplicationShown, DashboardGiven, EstateShown, PlaceShown } from '#browser/wire/preview.js';
import type { Dashboard } from '#dashboards/dashboard.js';
import { spokenOf } from '#dashboards/description.js';
import { dashboardModel } from '#dashboards/render/dashboard.js';
import { panelsIn } from '#dashboards/row.js';
import { shownTags } from '#dashboards/shown-title.js';
import { inSeconds } from '#ground/duration.js';
import { inLanguage } from '#ground/language.js';
import type { Drill } from '#synth/drills/drill.js';
import type { Estate } from '#synth/estate/home.js';
import { alertShown } from './alert.js';
import { objectivesShown } from './objective.js';
import { scrapeShown } from './scrape.js';
import type { Taken } from './taken.js';
import { timeZoneOf } from './time-zone.js';

const dashboardShown = (dashboard: Dashboard) => ({
  uid: dashboard.uid,
  title: dashboard.title,
  tags: shownTags(dashboard),
  description: inLanguage(spokenOf(dashboard.description), dashboard.language),
  panels: panelsIn(dashboard.panels).length,
});

const applicationShown = ({ place, application }: Taken, drills: readonly Drill[]): ApplicationShown => ({
  name: application.name,
  title: application.title,
  place,
  alerts: toldAlertsOf(application).map((rule) => alertShown(application, rule, drills)),
  objectives: application.groups.flatMap(objectivesShown),
  scrapes: scrapesOf(application).flatMap(scrapeShown),
  dashboards: application.dashboards.map(dashboardShown),
});

const namesOf = (place: Estate['places'][number]): readonly Application[] =>
  place.of === 'cluster' ? place.applications : [place.application];

const placeShown = (place: Estate['places'][number]): PlaceShown => ({
  name: place.name,
  of: place.of,
  applications: namesOf(place).map(({ name }) => name),
});

const timeOf = (taken: readonly Taken[]): Pick<EstateShown, 'timeZone'> => {
  const timeZone = timeZoneOf(taken);
  return timeZone === undefined ? {} : { timeZone };
};

/** What pages tell of the estate, beside its data. */
export const estateShown = (
  estate: Estate,
  taken: readonly Taken[],
  data: Pick<EstateShown, 'incidents' | 'quiet' | 'now' | 'source'>,
  drills: readonly Drill[],
): EstateShown => ({
  places: estate.places.map(placeShown),
  applications: taken.map((each) => applicationShown(each, drills)),
  ...timeOf(taken),
  ...data,
});

/** A dashboard as it stands in `dist/`, by its uid; nothing where there is none of it. */
export const dashboardGiven =
  (taken: readonly Taken[]) =>
  (uid: string): DashboardGiven | undefined => {
    for (const { application } of taken) {
      const found = application.dashboards.find((each) => each.uid === uid);
      if (found === undefined) continue;
      return {
        model: dashboardModel(found),
        application: application.name,
        scrapeInterval: inSeconds(found.scrapeInterval),
      };
    }
    return undefined;
  };
