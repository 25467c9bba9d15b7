import { type Told, titleOf } from '#proof/rules/report.js';
import { sentenceOf } from '#proof/rules/sentence.js';
import { fingerprintOf } from './fingerprint.js';

/** A Code Quality report, https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. */
export const gitlabText = (told: readonly Told[]): string =>
  `${JSON.stringify(
    told.map((each) => ({
      description: `${titleOf(each)}: ${sentenceOf(each)}`,
      check_name: each.kind,
      fingerprint: fingerprintOf(each),
      severity: each.weight === 'wrong' ? 'critical' : 'minor',
      location: { path: each.place.file, lines: { begin: each.place.line } },
    })),
    null,
    2,
  )}\n`;
