import { byKey } from '#ground/by-key.js';
import type { Made } from '#new/files.js';
import type { Place } from '#rules/rule.js';
import type { Report } from './report.js';

const at = ({ file, line }: Place): string => `${file}:${line}`;

const count = (number: number, one: string): string => (number === 1 ? `1 ${one}` : `${number} ${one}s`);

/** A heading, and lines under it; nothing where there are none. So many of them are told. */
const section = (heading: string, lines: readonly string[], most = 20): readonly string[] =>
  lines.length === 0
    ? []
    : [
        '',
        heading,
        ...lines.slice(0, most).map((line) => `  ${line}`),
        ...(lines.length > most ? [`  and ${lines.length - most} more`] : []),
      ];

const share = (part: number, whole: number): string =>
  whole === 0 ? '' : ` (${Math.floor((100 * part) / whole)}%)`;

/** What came along, in a few lines. */
export const summaryLines = ({
  alerts,
  records,
  proofs,
  metrics,
  parity,
  panels,
  scrapes,
  routes,
}: Report): readonly string[] => [
  `alerts    ${alerts.written} of ${alerts.came} came along${share(alerts.written, alerts.came)}; ${alerts.typed} of them in typed words`,
  ...(records.came > 0 ? [`records   ${records.written} of ${records.came} came along`] : []),
  `proofs    ${proofs.derived} derived, to be confirmed; ${proofs.unproven.length} unproven`,
  `metrics   ${metrics.scraped} by a scrape, ${metrics.library} of the package's catalogues, ${metrics.text} by their names and use alone`,
  `parity    ${parity.equal} of ${count(parity.compared, 'rule')} rendered as they came in`,
  ...(panels.dashboards > 0
    ? [
        `panels    ${panels.equal} of ${panels.panels} of ${count(panels.dashboards, 'dashboard')} rendered as they came in`,
      ]
    : []),
  ...(scrapes.compared > 0
    ? [`scrapes   ${scrapes.equal} of ${count(scrapes.compared, 'endpoint')} rendered as they came in`]
    : []),
  ...(routes
    ? [
        `routes    ${routes.compared - routes.differences.length} of ${count(routes.compared, 'alert')} reach whom they reached`,
      ]
    : []),
];

/** A Secret that is to be made, and where what it holds stood. */
const secretText = ({ secret, of, place }: Report['secrets'][number]): string =>
  `Secret ${secret.name}, key ${secret.key}: ${of}, ${at(place)}`;

/** Which metrics each catalogue was taken for, a line each. */
const catalogueLines = (taken: Report['metrics']['taken']): readonly string[] =>
  [...byKey(taken, ({ from }) => from)]
    .filter(([from]) => !from.includes(' '))
    .map(([from, all]) => `${from}: ${all.map(({ metric }) => metric).join(', ')}`);

/** What is told in the terminal. */
export const reportText = (report: Report, made: Made, isTried: boolean): string => {
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
    ...summaryLines(report),
    ...section(
      'Rendered otherwise than it came in:',
      [...parity.differences, ...scrapes.differences].map(
        ({ place, what, field, before, after }) =>
          `${at(place)}: ${what}: ${field} was '${before}', and is '${after}'`,
      ),
    ),
    ...section(
      'Drawn otherwise than it came in:',
      panels.differences.map(({ place, what, field }) => `${place.file}: ${what}: ${field}`),
    ),
    ...section(
      'Told to others than before:',
      (routes?.differences ?? []).map(
        ({ place, alert, before, after }) =>
          `${at(place)}: ${alert}: was told to ${before}, and is to ${after}`,
      ),
    ),
    ...section('Secrets to be made:', secrets.filter(({ isNew }) => isNew).map(secretText)),
    ...section(
      'Left out:',
      leftOut.map(({ place, what, why }) => `${at(place)}: ${what}: ${why}`),
    ),
    ...section(
      'Changed:',
      changed.map(({ place, what, why }) => `${at(place)}: ${what}: ${why}`),
    ),
    ...section(
      'Routed by the namespaces of their series, see IMPORTED.md:',
      namespaces.map(({ group, without }) =>
        without.length === 0 ? group : `${group}; without any: ${without.join(', ')}`,
      ),
    ),
    ...section(
      'Unproven:',
      proofs.unproven.map(({ place, alert, why }) => `${at(place)}: ${alert}: ${why}`),
    ),
    ...section('Taken from catalogues of the package, by their names:', catalogueLines(metrics.taken)),
    ...section(
      'Told by packs of the package too, with proofs that are confirmed:',
      packs.map(({ place, alert, why }) => `${at(place)}: ${alert}: ${why}`),
    ),
    ...section(
      'Wrong as it was written:',
      findings.map(
        ({ place, alert, kind, certainty, why }) =>
          `${at(place)}: ${alert} ${kind}${certainty === 'guess' ? ' (a guess)' : ''}: ${why}`,
      ),
    ),
    '',
    ...Object.keys(made.files).map((path) => {
      const isChanged = made.changed.includes(path);
      return isTried
        ? `${isChanged ? 'to change' : 'to write '}  ${path}`
        : `${isChanged ? 'changed' : 'written'}  ${path}`;
    }),
    ...(made.byHand === undefined ? [] : ['', 'Add to main.ts:', made.byHand]),
    ...['', 'Next: npx cheomseong synth && npx cheomseong prove', ''],
  ].join('\n');
};

/** The same for programs. */
export const jsonText = (report: Report, { files, changed, kept, byHand }: Made): string =>
  `${JSON.stringify({ ...report, files: Object.keys(files), changedFiles: changed, kept, byHand }, null, 2)}\n`;
