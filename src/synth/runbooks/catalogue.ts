import type { Application } from '#application/application.js';
import { byKey } from '#ground/by-key.js';
import type { Language } from '#ground/language.js';
import type { Drill } from '#synth/drills/drill.js';
import { type Listed, type ListedAlert, listedOf } from './listed.js';
import { words } from './words.js';

/** The page below the folder of runbooks that lists all alerts. */
export const cataloguePath = 'README.md';

const table = (alerts: readonly ListedAlert[], language: Language): readonly string[] => {
  const say = words[language];
  return [
    `### ${say.language}`,
    [
      `| ${say.alert} | ${say.severity} | ${say.fires} | ${say.told} | ${say.drilled} |`,
      '| --- | --- | --- | --- | --- |',
      ...alerts.flatMap(({ rows }) => rows[language] ?? []),
    ].join('\n'),
  ];
};

/** The alerts of one application, each as in the first place that has it; those that every place has stand last. */
const section = (own: readonly Listed[]): readonly string[] => {
  const [first] = own;
  const alerts = own.flatMap((each) => each.alerts.map((alert) => [alert.key, alert] as const));
  const told = [...new Map(alerts.toReversed()).values()].toReversed().filter(({ isTold }) => isTold);
  return first === undefined || told.length === 0
    ? []
    : [`## ${first.title}`, ...first.languages.flatMap((language) => table(told, language))];
};

/**
 * Every alert of an estate on one page: how grave it is, when it fires, who is told, when that was last rehearsed. Of an application that
 * runs in several places each alert once, as in the first place that has it.
 */
export const catalogueOf = (applications: readonly Application[], drills: readonly Drill[]): string => {
  const drillsOf = byKey(drills, ({ application }) => application);
  const listed = (each: Application): Listed => listedOf(each, drillsOf.get(each.name) ?? []);
  return `${[
    '# Alerts',
    ...[...byKey(applications, ({ name }) => name).values()].flatMap((own) => section(own.map(listed))),
  ].join('\n\n')}\n`;
};
