import type { DashboardMeant } from '#review/meaning/meaning.js';
import type { One } from './finding.js';
import { likest } from './likeness.js';
import { paired, without } from './paired.js';
import { panelChanges } from './panels.js';

const one = (subject: string, text: string, details: readonly string[], isWorse = false): One => ({
  ...{ kind: 'dashboard', subject, text, details, isWorse },
  severity: '',
});

const listed = (word: string, texts: readonly string[]): readonly string[] =>
  texts.length === 0 ? [] : [`${word}: ${texts.join(', ')}`];

/** In what a dashboard differs, in a few words each. */
const dashboardChanges = (before: DashboardMeant, after: DashboardMeant): readonly string[] => [
  ...(before.title === after.title ? [] : [`called “${after.title}” instead of “${before.title}”`]),
  ...(before.uid === after.uid ? [] : ['links to it and stars lead nowhere: it has another uid']),
  ...(before.folder === after.folder ? [] : [`in folder ${after.folder} instead of ${before.folder}`]),
  ...panelChanges(before, after),
  ...listed('variables gone', without(before.variables, after.variables)),
  ...listed('variables new', without(after.variables, before.variables)),
  ...(before.range === after.range ? [] : [`shows ${after.range} instead of ${before.range}`]),
  ...(before.refresh === after.refresh
    ? []
    : [`asks anew every ${after.refresh} instead of ${before.refresh}`]),
];

/** Dashboards of the same title are the same under another uid. */
const sameTitle = (before: DashboardMeant, after: DashboardMeant): number =>
  before.title === after.title ? 1 : 0;

/** In what the dashboards of an application differ: one finding for each. */
export const dashboardFindings = (
  before: readonly DashboardMeant[],
  after: readonly DashboardMeant[],
): readonly One[] => {
  const { both, gone, come } = paired(before, after, ({ uid }) => uid);
  const moved = likest(gone, come, sameTitle, 1);
  const taken = new Set(moved.flat());
  return [
    ...gone
      .filter((each) => !taken.has(each))
      .map(({ title }) => one(title, 'is gone: links to it and stars lead nowhere', [], true)),
    ...[...both, ...moved].flatMap(([was, is]) => {
      const changes = dashboardChanges(was, is);
      return changes.length > 0 ? [one(is.title, 'shows it otherwise', changes)] : [];
    }),
    ...come
      .filter((each) => !taken.has(each))
      .map(({ title, panels }) => one(title, `is new, of ${panels.length} panels`, [])),
  ];
};

/** The uids of dashboards that differ, or are there in one alone. */
export const changedDashboards = (
  before: readonly DashboardMeant[],
  after: readonly DashboardMeant[],
): readonly string[] => {
  const { both, gone, come } = paired(before, after, ({ uid }) => uid);
  return [
    ...both.filter(([was, is]) => dashboardChanges(was, is).length > 0).map(([, { uid }]) => uid),
    ...[...gone, ...come].map(({ uid }) => uid),
  ];
};
