import { isLogRule } from '#alerts/log/log-alert.js';
import type { OwnRule } from '#alerts/rule/rule.js';
import { inLanguage } from '#ground/language.js';
import { spoken } from '#ground/spoken.js';
import { selectors } from '#promql/expr/ast.js';
import { humanize } from '#promql/unit/humanize.js';
import { themes } from './packs/packs.js';
import type { Declared, Field, Source } from './source.js';

/** What returns an alert, or several. */
const makesAlerts = ({ returns }: Declared): boolean =>
  /^(Alert|AlertRule|OwnRule|LogAlert|\w*Alerts)\b/.test(returns);

/** What makes any alert at all, rather than one that is there. */
const makers = ['alert', 'logAlert', 'imported'];

/** The functions that make alerts, of which `names` are public. */
export const alertFunctions = ({ functions }: Source, names: readonly string[]): readonly string[] =>
  names.filter((name) => {
    const declared = functions.get(name);
    return declared !== undefined && !makers.includes(name) && makesAlerts(declared);
  });

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`).replace(/\s+/g, ' ');

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const kinds = /\b(Counter|Gauge|Histogram|Summary)<|Metric< ?'(\w+)'/;
const units = /Limit<'(\w+)'>/;

/** The labels that a metric must have, with their values where these are a closed set, as its type says it. */
const labelsOf = (type: string): string => {
  const [, record = ''] = /Metric<.*?\{(.*?)\}/.exec(type) ?? [];
  const closed = record.split(';').flatMap((part) => {
    const [, label, values = ''] = /(\w+)\??: (.+)/.exec(part.trim()) ?? [];
    const known = [...values.matchAll(/'(\w+)'/g)].map(([, value = '']) => value);
    return label === undefined ? [] : [`\`${label}\`${known.length > 0 ? ` (${known.join(', ')})` : ''}`];
  });
  const [, listed = ''] = /(?:Counter|Gauge|Histogram|Summary)<(.*), ?'\w+'>/.exec(type) ?? [];
  const labels = [...closed, ...[...listed.matchAll(/'(\w+)'/g)].map(([, label = '']) => `\`${label}\``)];
  return labels.length === 0 ? '' : ` with ${labels.join(' and ')}`;
};

/** How a value of a type is written. */
const writtenAs = ({ type }: Field): string => {
  const [, named, called] = kinds.exec(type) ?? [];
  const kind = named ?? called;
  if (kind !== undefined)
    return `${kind.toLowerCase()}${/'seconds'/.test(type) ? ' in seconds' : ''}${labelsOf(type)}`;
  const unit = units.exec(type)?.[1];
  if (unit !== undefined) return unit === 'ratio' ? '`percent(…)`' : `\`${unit}(…)\``;
  if (type === 'Duration') return "`'5m'`";
  // What a type parameter stands for its own sentence tells.
  return /^(readonly )?[A-Z](\[\])?$/.test(type) ? 'a label' : `\`${type.replaceAll(/\breadonly /g, '')}\``;
};

const given = (field: Field): readonly string[] => [
  `\`${field.name}${field.isOptional ? '?' : ''}\``,
  writtenAs(field),
  [
    field.says,
    ...(field.unless === undefined || field.says.includes('default')
      ? []
      : [`Unless given: \`${field.unless}\`.`]),
  ]
    .join(' ')
    .trim(),
];

/** What an alert reads: each metric with the labels by which its series are chosen; or lines, by those of their streams. */
const readBy = (alert: OwnRule): string => {
  if (isLogRule(alert)) return `logs (${alert.reads.lines.selector.map(({ label }) => label).join(', ')})`;
  const { expr } = alert;
  const read = new Map<string, Set<string>>();
  for (const { metric, matchers } of selectors(expr)) {
    const name = metric.family ?? metric.name;
    const labels = read.get(name) ?? new Set();
    matchers.forEach(({ label }) => labels.add(label));
    read.set(name, labels);
  }
  return [...read]
    .map(([name, labels]) => `\`${name}\`${labels.size > 0 ? ` (${[...labels].join(', ')})` : ''}`)
    .join(', ');
};

const limitOf = ({ condition: { operator, limit }, severity }: OwnRule): string =>
  severity === 'none' ? 'always' : `${operator} ${humanize(limit)}`;

/** A sentence with the value that only a message knows left open. */
const withoutTemplates = (text: string): string =>
  text
    .replaceAll(/\{\{ \$labels\.(\w+) \}\}/g, '<$1>')
    .replaceAll(/\{\{.*?\}\}/g, '…')
    .replaceAll('<', String.raw`\<`);

const alertRow = (key: string, alert: OwnRule): readonly string[] => [
  `**${alert.name}**`,
  `\`${key}\``,
  alert.severity,
  limitOf(alert),
  spoken(alert.for).en,
  withoutTemplates(inLanguage(alert.texts, 'en').summary),
  readBy(alert),
];

const runbookLine = (alert: OwnRule): string => {
  const { meaning, impact, check, action } = inLanguage(alert.runbook, 'en');
  const [looked = ''] = check.split('\n\n');
  return `- **${alert.name}**: ${[meaning, impact, looked, action].join(' ').replace(/\s+/g, ' ')}`;
};

const packText = (
  name: string,
  pack: Readonly<Record<string, OwnRule>>,
  { functions }: Source,
  shown: readonly string[],
): string => {
  const declared = functions.get(name);
  if (declared === undefined) throw new Error(`${name} is no function of the library's`);
  const alone = [...declared.uses].filter((each) => each !== name && shown.includes(each));
  const facts = declared.parameters.flatMap(({ fields }) => fields);
  return [
    `### ${name}`,
    declared.says,
    ...(facts.length > 0 ? [table(['it is given', 'as', 'what it is'], facts.map(given))] : []),
    table(
      ['alert', 'key', 'severity', 'limit', 'for', 'says', 'reads, chosen by'],
      Object.entries(pack).map(([key, alert]) => alertRow(key, alert)),
    ),
    ...(alone.length > 0 ? [`Each alone: ${alone.map((each) => `\`${each}\``).join(', ')}.`] : []),
    'What its runbook says:',
    Object.values(pack).map(runbookLine).join('\n'),
  ].join('\n\n');
};

const opening = `# Packs

<!-- Written by \`npm run docs\` from the packs themselves. -->

A pack is a function from metrics and limits to alerts with their proofs. Below is each one, as it is for an example called Shop: what it is given,
which alerts it makes, at which limits, what they say, and what they read. Labels in brackets are those by which series are chosen. Severity,
limit, \`for\`, window and name of each alert are changed by \`override\`, by its key: [add an alert](how-to/alert.md).

Every alert is said in Korean and in English, and has its runbook and its proof with it.`;

/** The page of all packs. */
export const packsPage = (source: Source, names: readonly string[]): string => {
  const shown = alertFunctions(source, names);
  const sections = themes.map(({ title, packs }) =>
    [`## ${title}`, ...Object.entries(packs).map(([name, pack]) => packText(name, pack, source, shown))].join(
      '\n\n',
    ),
  );
  const list = themes.map(
    ({ title, packs }) =>
      `- ${title}: ${Object.keys(packs)
        .map((name) => `[${name}](#${name.toLowerCase()})`)
        .join(', ')}`,
  );
  return `${[opening, list.join('\n'), ...sections].join('\n\n')}\n`;
};
