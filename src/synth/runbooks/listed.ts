import { type AlertRule, keyOf } from '#alerts/rule/rule.js';
import type { Application } from '#application/application.js';
import { question } from '#application/later/question.js';
import { toldAlertsOf } from '#application/log-groups.js';
import type { Language } from '#ground/language.js';
import { type Drill, lastDrill } from '#synth/drills/drill.js';
import { firesWhen } from './fires.js';
import { pagePath } from './page.js';
import { toldOf } from './told.js';
import { words } from './words.js';

/** An alert as the list of all alerts has it. */
export interface ListedAlert {
  /** What no other alert of its application has. */
  readonly key: string;
  /** Its page below the folder of runbooks. */
  readonly path: string;
  /** Whether it tells somebody of something: the Watchdog is not listed. */
  readonly isTold: boolean;
  /** Its row in each language of its application, by the language. */
  readonly rows: Readonly<Record<string, string>>;
}

/** An application as the list of all alerts has it. */
export interface Listed {
  readonly title: string;
  readonly languages: readonly Language[];
  readonly alerts: readonly ListedAlert[];
}

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

/** The alerts of an application for the list of all, which is not made for that where it was asked before. */
export const listedOf = question('listed alerts', (application, drills: readonly Drill[]): Listed => ({
  title: application.title,
  languages: application.languages,
  alerts: toldAlertsOf(application).map((rule) => ({
    key: keyOf(rule),
    path: pagePath(application.name, keyOf(rule)),
    isTold: rule.severity !== 'none',
    rows: Object.fromEntries(
      application.languages.map((language) => [language, row(application, rule, language, drills)]),
    ),
  })),
}));
