import { fileNameOf } from '#ground/file-name.js';
import { isLogRule } from '#alerts/log/log-alert.js';
import { commands } from '#alerts/text/command.js';
import { type AlertRule, keyOf } from '#alerts/rule/rule.js';
import type { Annotations } from '#alerts/rule/says.js';
import { type Language, inLanguage } from '#ground/language.js';
import { detectionOf } from '#application/detection.js';
import type { Duration } from '#ground/duration.js';
import type { Application } from '#application/application.js';
import { toldAlertsOf } from '#application/log-groups.js';
import { panelsShowing } from '#dashboards/row.js';
import { print } from '#promql/expr/print.js';
import { type Drill, lastDrill } from '#synth/drills/drill.js';
import { firesWhen } from './fires.js';
import { toldOf } from './told.js';
import { words } from './words.js';

/**
 * The pages of an application's alerts in Markdown, by their path below the folder of runbooks.
 *
 * @param drills of which each page tells the latest of its alert.
 */
export const runbookPages = (
  application: Application,
  drills: readonly Drill[] = [],
): ReadonlyMap<string, string> =>
  new Map(
    toldAlertsOf(application).map((rule) => [
      pagePath(application.name, keyOf(rule)),
      page(application, rule, lastDrill(drills, application.name, rule.name)),
    ]),
  );

/** Where the page of an alert stands below the folder of runbooks, whatever it is called. */
export const pagePath = (application: string, alert: string): string =>
  `${application}/${fileNameOf(alert)}.md`;

const page = (application: Application, rule: AlertRule, drill: Drill | undefined): string =>
  [
    `# ${rule.name}`,
    `${application.title} · \`${rule.severity}\` · ${rule.component ?? application.name}`,
    ...application.languages.flatMap((language) => section(application, rule, language, drill)),
    ...(isLogRule(rule)
      ? [`${heading(2)} LogQL`, code('logql', rule.logql)]
      : [`${heading(2)} PromQL`, code('promql', print(rule.expr))]),
  ].join('\n\n') + '\n';

const heading = (level: number): string => '#'.repeat(level);
const code = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

const section = (
  application: Application,
  rule: AlertRule,
  language: Language,
  drill: Drill | undefined,
): readonly string[] => {
  const say = words[language];
  const sections: readonly Section[] = [
    ...saidOf(application, rule, language),
    [say.dashboards, list(dashboardsOf(application, rule, say.panel))],
    [say.told, list(toldOf(application, rule))],
    [say.drilled, drill === undefined ? '' : say.drill(drill)],
  ];
  return [
    `${heading(2)} ${say.language}`,
    ...sections
      .filter(([, text]) => text !== '')
      .flatMap(([title, text]) => [`${heading(3)} ${title}`, text]),
  ];
};

type Section = readonly [title: string, text: string];

/** What is said of an alert, and when it fires: of one that was written elsewhere all that its message says and links to. */
const saidOf = (application: Application, rule: AlertRule, language: Language): readonly Section[] => {
  const say = words[language];
  const fires: Section = [say.fires, soon(application, rule, language)];
  if (!rule.runbook) return [[say.annotations, asWritten(inLanguage(rule.texts, language))], fires];
  const { meaning, impact, check, action } = inLanguage(rule.runbook, language);
  return [
    [say.meaning, meaning],
    [say.impact, impact],
    fires,
    [say.check, /^[A-Z]+='/m.test(check) ? `${check}\n\n${say.fillIn}` : check],
    [say.action, rule.during ? `${action}\n\n${silence(application, rule)}` : action],
  ];
};

/** Annotations as a list: links can be followed, templates stand as they are. */
const asWritten = (annotations: Annotations): string =>
  list(
    Object.entries(annotations).map(([name, text]) =>
      /^https?:\/\/\S+$/.test(text) && !text.includes('{{')
        ? `[${name}](${text})`
        : `${name}: \`${text.trim().replace(/\s+/g, ' ').replaceAll('`', "'")}\``,
    ),
  );

/** How an alert that keeps hours is put off for a day on which nothing is expected. */
const silence = ({ name, place }: Application, rule: AlertRule): string =>
  commands(
    place.amtool(
      `silence add alertname=${rule.name} application=${name} --duration=8h --author="$USER" --comment='public holiday'`,
    ),
  );

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** When it fires, and how soon; nothing of the Watchdog, which fires always and is looked up when it ceases. */
const soon = (application: Application, rule: AlertRule, language: Language): string =>
  rule.severity === 'none' && !rule.imported
    ? ''
    : `${firesWhen(rule, language)} ${toldWithin(application, rule, language)}`.trimEnd();

/** How soon after a fault began it fires; not of hours, which come when they come. */
const toldWithin = ({ groups }: Application, rule: AlertRule, language: Language): string => {
  const group = groups.find(({ alerts }) => alerts.some(({ name }) => name === rule.name));
  if (!group || rule.during) return '';
  const { atLimit, inOutage } = detectionOf(rule, group);
  const [limit, outage] = [rounded(atLimit), inOutage === undefined ? undefined : rounded(inOutage)];
  return words[language].within(limit, outage === limit ? undefined : outage, {
    scraped: rule.scrapedEvery,
    evaluated: group.interval,
  });
};

/** As a person tells it, rather too long than too short: in minutes, over two hours in hours, over two days in days. */
const rounded = (seconds: number): Duration => {
  const [minutes, hours] = [Math.ceil(seconds / 60), Math.ceil(seconds / 3_600)];
  if (minutes <= 120) return `${minutes}m`;
  return hours <= 48 ? `${hours}h` : `${Math.ceil(seconds / 86_400)}d`;
};

/** The dashboards that show what the alert watches, with the panels. */
const dashboardsOf = (
  { dashboards }: Application,
  rule: AlertRule,
  panel: (title: string) => string,
): readonly string[] =>
  dashboards.flatMap(({ title, panels }) => {
    const shown = panelsShowing(rule.name, panels);
    return shown.length === 0 ? [] : [[title, ...shown.map((each) => panel(each.title))].join(' — ')];
  });
