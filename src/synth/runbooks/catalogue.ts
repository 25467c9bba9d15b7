import { type AlertRule, keyOf } from '#alerts/rule/rule.js';
import type { Application } from '#application/application.js';
import { toldAlertsOf } from '#application/log-groups.js';
import { type Language } from '#ground/language.js';
import { type Drill, lastDrill } from '#synth/drills/drill.js';
import { firesWhen } from './fires.js';
import { pagePath } from './page.js';
import { toldOf } from './told.js';
import { words } from './words.js';

/** The page below the folder of runbooks that lists all alerts. */
export const cataloguePath = 'README.md';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const row = (
  application: Application,
  rule: AlertRule,
  language: Language,
  drills: readonly Drill[],
): string => {
  const drill = lastDrill(drills, application.name, rule.name);
  const cells = [
    `[${rule.name}](${pagePath(application.name, keyOf(rule))})`,
    `\`${rule.severity}\``,
    firesWhen(rule, language),
    toldOf(application, rule).join(', '),
    drill === undefined ? words[language].neverDrilled : drill.date,
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
};

const table = (
  application: Application,
  rules: readonly AlertRule[],
  language: Language,
  drills: readonly Drill[],
) => {
  const say = words[language];
  return [
    `### ${say.language}`,
    [
      `| ${say.alert} | ${say.severity} | ${say.fires} | ${say.told} | ${say.drilled} |`,
      '| --- | --- | --- | --- | --- |',
      ...rules.map((rule) => row(application, rule, language, drills)),
    ].join('\n'),
  ];
};

/**
 * Every alert of an estate on one page: how grave it is, when it fires, who is told, when that was last rehearsed. Of an application that
 * runs in several places each alert once, as in the first place that has it.
 */
export const catalogueOf = (applications: readonly Application[], drills: readonly Drill[]): string => {
  const names = [...new Set(applications.map(({ name }) => name))];
  return (
    [
      '# Alerts',
      ...names.flatMap((name) => {
        const own = applications.filter((each) => each.name === name);
        const rules = [
          ...new Map(
            own
              .flatMap((of) => toldAlertsOf(of).map((rule) => [keyOf(rule), { of, rule }] as const))
              .toReversed(),
          ).values(),
        ].toReversed();
        const [first] = own;
        const told = rules.filter(({ rule }) => rule.severity !== 'none');
        if (!first || told.length === 0) return [];
        return [
          `## ${first.title}`,
          ...first.languages.flatMap((language) =>
            table(
              first,
              told.map(({ rule }) => rule),
              language,
              drills,
            ),
          ),
        ];
      }),
    ].join('\n\n') + '\n'
  );
};
