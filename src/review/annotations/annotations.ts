import { createHash } from 'node:crypto';
import type { Annotation, AnnotationLevel } from '#ground/annotation.js';
import { type Finding, isOnCall } from '#review/compare/finding.js';
import type { ChangedLines } from './changed-lines.js';
import { type Files, placeOf } from './place.js';

const levelOf = ({ kind, isWorse, severity }: Finding): AnnotationLevel => {
  if (kind === 'unpaged' || kind === 'untold') return 'error';
  if (kind === 'removed' && severity === 'critical') return 'error';
  return isWorse ? 'warning' : 'notice';
};

/** A remark, and the finding that it tells. */
export interface Remark extends Annotation {
  readonly finding: Finding;
}

/** What a forge shows beside lines: what whoever is on call notices, and weaker proofs; changed lines first, of these the worst. */
export const remarks = (
  findings: readonly Finding[],
  files: Files,
  changed: ChangedLines,
  folder: string,
): readonly Remark[] =>
  findings
    .filter((each) => isOnCall(each) || each.kind === 'proof')
    .flatMap((finding) => {
      const at = placeOf(finding, files, changed, folder);
      return at ? [{ finding, at }] : [];
    })
    .toSorted((a, b) => Number(b.at.isChanged) - Number(a.at.isChanged))
    .map(({ finding, at: { path, line } }) => ({
      ...{ finding, path, line, level: levelOf(finding) },
      title: finding.subjects.join(', '),
      text: [`${finding.text} (${finding.places.join(', ')})`, ...finding.details].join('\n'),
    }));

const grave: Readonly<Record<AnnotationLevel, string>> = {
  error: 'blocker',
  warning: 'major',
  notice: 'info',
};

/** The same for whoever tells two reports of GitLab apart: by what it is about, wherever its lines are. */
const fingerprint = ({ kind, application, subjects }: Finding): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, application, subjects]))
    .digest('hex');

/** A Code Quality report, https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. */
export const codeQuality = (all: readonly Remark[]): string =>
  `${JSON.stringify(
    all.map(({ finding, title, text, level, path, line }) => ({
      description: `${title}: ${text}`,
      check_name: finding.kind,
      fingerprint: fingerprint(finding),
      severity: grave[level],
      location: { path, lines: { begin: line } },
    })),
    null,
    2,
  )}\n`;
