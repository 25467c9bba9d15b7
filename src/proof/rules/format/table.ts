import type { Proven } from '#derive/derivation.js';
import { byKey } from '#ground/by-key.js';
import { oneFaultText } from '#ground/fault.js';
import { indented } from '#ground/indented.js';
import type { Style } from '#proof/command/format/table.js';
import { timeText } from '#proof/words/time.js';
import { whyCoarser } from '#proof/rules/played.js';
import { placeOfPart } from '#proof/rules/place.js';
import { type RulesReport, type RulesRun, findingsOf, isWrong } from '#proof/rules/report.js';
import { isAsked } from '#proof/rules/subject.js';
import type { Judged } from '#proof/rules/verdict.js';
import { againstText } from './against.js';
import { coverageText, ownTestsText } from './covered.js';
import { counted, padded, widthOf, wrapped } from './lines.js';
import { mutantsText } from './mutants.js';
import { routedText } from './routed.js';
import { summaryOf } from './summary.js';

/** As wide as people read beside something else. */
const columns = 100;

/** At which intervals it was played, where not at those that were asked for: windows are short. */
const otherwise = (asked: Judged['asked'], { scrape, interval }: Proven): string => {
  if (!isAsked(asked)) return '';
  const told = [
    ...(scrape === asked.scrape ? [] : [`scraped every ${timeText(scrape)}`]),
    ...(interval === asked.interval ? [] : [`evaluated every ${timeText(interval)}`]),
  ];
  return told.length === 0 ? '' : ` (${told.join(', ')})`;
};

/** What came of an alert, in few words. */
export const wordOf = ({ verdict, asked }: Judged): string => {
  switch (verdict.kind) {
    case 'proven':
      if (verdict.detected === undefined)
        return `fires (time not measured: ${whyCoarser({ asked }, verdict.derived)})`;
      return (
        (verdict.detected === 0 ? 'fires at once' : `fires after ${timeText(verdict.detected)}`) +
        otherwise(asked, verdict.derived)
      );
    case 'cannot fire':
    case 'cannot mature':
    case 'refused':
      return verdict.certainty === 'guess' ? `${verdict.kind}?` : verdict.kind.toUpperCase();
    default:
      return verdict.kind;
  }
};

const clauses = (first: string, said: readonly string[]): readonly string[] =>
  said.length === 0 ? [] : wrapped(said.join('; '), first, columns);

/** What the expression comes to, where what is said of its series does not tell. */
const valueOf = ({ said, expected: [first] }: Proven['fires']): readonly string[] => {
  if (first === undefined || !Number.isFinite(first.value)) return [];
  // 1001 is over a limit of 1000, and must not be told as 1000.
  const text = String(Number(first.value.toPrecision(Math.abs(first.value) < 100 ? 3 : 6)));
  const isSaid = said.some((clause) => clause.split(/[ ,;]/).includes(text));
  return isSaid ? [] : [`the expression is ${text} then`];
};

/** What differs first, then what that is held against. */
const faultOf = ({ said, beside }: Proven['fires']): readonly string[] => {
  const others = [...(beside.length > 1 ? [beside.slice(0, -1).join(', ')] : []), ...beside.slice(-1)];
  return beside.length === 0
    ? said
    : [...said.slice(0, -1), `${said.at(-1) ?? ''} while ${others.join(' and ')}`.trim()];
};

const bordersOf = ({ verdict }: Judged): readonly string[] => {
  if (verdict.kind === 'always fires')
    return verdict.derived.why === undefined ? [] : wrapped(verdict.derived.why, '      ', columns);
  if (verdict.kind !== 'proven') return 'why' in verdict ? wrapped(verdict.why, '      ', columns) : [];
  const { fires, quiet, isVacuous, warms } = verdict.derived;
  const cold = warms === undefined ? [] : ['until its windows are full it fires whatever is'];
  return [
    ...clauses('      fires at  ', [...faultOf(fires), ...valueOf(fires)]),
    ...clauses('      quiet at  ', [
      ...(isVacuous && quiet.said.length === 0 ? ['nothing is there'] : quiet.said),
      ...cold,
    ]),
  ];
};

const foundIn = (judged: Judged, style: Style): readonly string[] =>
  findingsOf(judged)
    .filter(({ kind }) => kind !== judged.verdict.kind)
    .flatMap((finding) => {
      const { line } = placeOfPart(judged.alert, finding.blame);
      const mark = isWrong(finding) ? finding.kind.toUpperCase() : `${finding.kind}?`;
      const text = `${mark} (line ${line}): ${finding.why}${finding.cure === '' ? '' : `; ${finding.cure}`}`;
      const lines = wrapped(text, '      ', columns, '        ');
      return isWrong(finding) ? lines.map(style.bad) : lines;
    });

const alertText = (judged: Judged, width: number, style: Style): readonly string[] => {
  const { alert, verdict } = judged;
  const blame = 'blame' in verdict ? verdict.blame : undefined;
  const { line } = blame === undefined ? alert.place : placeOfPart(alert, blame);
  const head = `${String(line).padStart(5)} ${padded(alert.name, width)}  ${wordOf(judged)}`;
  return [
    findingsOf(judged).some((each) => each.kind === verdict.kind && isWrong(each)) ? style.bad(head) : head,
    ...bordersOf(judged),
    ...foundIn(judged, style),
  ];
};

const runText = ({ alerts }: RulesRun, style: Style): readonly string[] => {
  const width = Math.min(50, Math.max(0, ...alerts.map(({ alert }) => widthOf(alert.name))));
  return [...byKey(alerts, ({ alert }) => alert.place.file)].flatMap(([file, inFile]) => [
    style.strong(file),
    ...inFile.flatMap((judged) => alertText(judged, width, style)),
    '',
  ]);
};

/** For people: the alerts of each file, at which values they fire and stay quiet, and what was found of them. */
export const tableText = (report: RulesReport, style: Style): string => {
  const faults = report.faults.flatMap((fault) => indented(oneFaultText(fault), ''));
  return [
    ...report.runs.flatMap((run) => [
      ...runText(run, style),
      ...ownTestsText(run, style),
      ...coverageText(run, report, style),
      ...mutantsText(run, style),
    ]),
    ...againstText(report, style),
    ...routedText(report, style),
    ...faults.map(style.bad),
    ...(report.faults.length > 0
      ? [style.bad(`${counted(report.faults.length, 'fault')} of files.`), '']
      : []),
    ...summaryOf(report, style),
    '',
  ].join('\n');
};
