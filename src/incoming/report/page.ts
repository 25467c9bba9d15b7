import type { Naming } from '#new/naming.js';
import type { Place } from '#rules/rule.js';
import type { Report } from './report.js';
import { summaryLines } from './text.js';

const at = ({ file, line }: Place): string => `${file}:${line}`;

/** A text inside a row of a table. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');

const rowOf = (cells: readonly string[], widths: readonly number[]): string =>
  `| ${cells.map((each, i) => each.padEnd(widths[i] ?? 0)).join(' | ')} |`;

/** A table under its heading, its columns as wide as what is in them; nothing where it has no rows. */
const table = (
  heading: string,
  said: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string => {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => row.map(cell));
  const widths = columns.map((column, i) =>
    Math.max(column.length, 3, ...cells.map((row) => (row[i] ?? '').length)),
  );
  return [
    `## ${heading}\n`,
    `${said}\n`,
    rowOf(columns, widths),
    rowOf(
      widths.map((width) => '-'.repeat(width)),
      widths,
    ),
    ...cells.map((row) => rowOf(row, widths)),
    '',
  ].join('\n');
};

const besidesText = (names: readonly string[]): string =>
  names.length === 1
    ? `Besides there is ${names[0]}, which tells when what all others read is gone.`
    : `Besides there are ${names.join(', ')}, which tell when what all others read is gone.`;

/** What it means that alerts keep the namespaces of their series. */
const namespaceLines = (namespaces: Report['namespaces']): readonly string[] => {
  if (namespaces.length === 0) return [];
  const groups = namespaces.map(({ group }) => group).join(', ');
  const without = namespaces.flatMap((each) => each.without);
  return [
    `\`namespace\` is that of the series, as it was, in ${groups}: that of the application would overwrite it, and alerts of two namespaces would be one. prometheus-operator hands an AlertmanagerConfig the alerts of its own namespace alone (\`alertmanagerConfigMatcherStrategy: OnNamespace\`). So the receivers of this application hear of series of its namespace, and of others only where that is \`None\`, or where the alerts are given its namespace after all: \`adds: ['component', 'application', 'namespace']\`.`,
    ...(without.length > 0
      ? [
          `These have no namespace at all, so that by \`OnNamespace\` the operator hands them to no AlertmanagerConfig: ${without.join(', ')}.`,
        ]
      : []),
  ];
};

/** `IMPORTED.md`: what came in and what became of it, for whoever reviews it. It is written once, and nobody's to keep up to date. */
export const pageText = (report: Report, { title }: Naming): string => {
  const {
    parity,
    panels,
    scrapes,
    routes,
    secrets,
    leftOut,
    changed,
    findings,
    packs,
    proofs,
    metrics,
    namespaces,
  } = report;
  return [
    `# ${title}: what came in\n`,
    'Written by `cheomseong import`, once. What is rendered was held against what came in, rule by rule.\n',
    `\`\`\`text\n${summaryLines(report).join('\n')}\n\`\`\`\n`,
    ...(parity.added.length > 0
      ? [
          `Alerts have the labels ${parity.added.map((label) => `\`${label}\``).join(', ')} besides, by which they are routed here.\n`,
        ]
      : []),
    ...namespaceLines(namespaces).map((line) => `${line}\n`),
    ...(parity.besides.length > 0 ? [`${besidesText(parity.besides)}\n`] : []),
    table(
      'Rendered otherwise',
      'These differ from what came in.',
      ['where', 'what', 'field', 'was', 'is'],
      [...parity.differences, ...scrapes.differences].map(({ place, what, field, before, after }) => [
        at(place),
        what,
        field,
        before,
        after,
      ]),
    ),
    table(
      'Drawn otherwise',
      'Panels and dashboards that differ from what came in.',
      ['where', 'what', 'field'],
      panels.differences.map(({ place, what, field }) => [place.file, what, field]),
    ),
    table(
      'Told to others',
      'Alerts that reach others than before.',
      ['where', 'alert', 'before', 'now'],
      (routes?.differences ?? []).map(({ place, alert, before, after }) => [at(place), alert, before, after]),
    ),
    table(
      'Secrets to be made',
      'What stood in files is named here, and written nowhere. Make each Secret before the application is synced.',
      ['Secret', 'key', 'what it is', 'where it stood'],
      secrets
        .filter(({ isNew }) => isNew)
        .map(({ secret, of, place }) => [secret.name, secret.key, of, at(place)]),
    ),
    table(
      'Left out',
      'These did not come along.',
      ['where', 'what', 'why'],
      leftOut.map(({ place, what, why }) => [at(place), what, why]),
    ),
    table(
      'Changed',
      'These are called otherwise.',
      ['where', 'what', 'why'],
      changed.map(({ place, what, why }) => [at(place), what, why]),
    ),
    table(
      'Unproven',
      'Of these no proof was derived. Write one, or leave the reason in `unproven(…)`.',
      ['where', 'alert', 'why'],
      proofs.unproven.map(({ place, alert, why }) => [at(place), alert, why]),
    ),
    table(
      'Told by packs too',
      'Packs of the package tell the same at a limit of your choice, in sentences and with proofs that are confirmed. Take theirs instead, and remove these.',
      ['where', 'alert', 'the same'],
      packs.map(({ place, alert, why }) => [at(place), alert, why]),
    ),
    table(
      'Wrong as it was written',
      'These came along as they are. Nothing was mended.',
      ['where', 'alert', 'what', 'why', 'instead'],
      findings.map(({ place, alert, kind, certainty, why, cure }) => [
        at(place),
        alert,
        certainty === 'guess' ? `${kind} (a guess)` : kind,
        why,
        cure,
      ]),
    ),
    table(
      'Metrics',
      'What each metric was taken from. A catalogue of the package is taken by the name of a metric alone: see that it is your program that exports it. What is a guess, its kind, labels and buckets, `--metrics` with a scrape makes certain.',
      ['metric', 'taken from'],
      metrics.taken.map(({ metric, from }) => [`\`${metric}\``, from]),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n');
};
