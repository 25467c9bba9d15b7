import type { Place } from '#proof/command/place.js';
import { type Failure, titleOf } from '#proof/command/report.js';
import { fingerprint } from './fingerprint.js';

/** A Code Quality report, https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. */
export const gitlabText = (failures: readonly (Failure & { readonly place: Place })[]): string =>
  `${JSON.stringify(
    failures.map((failure) => ({
      description: `${titleOf(failure.proven)} ${failure.what}\n${failure.why}`.trim(),
      check_name: 'proof',
      fingerprint: fingerprint(failure),
      severity: failure.proven.alert.severity === 'critical' ? 'blocker' : 'critical',
      location: { path: failure.place.path, lines: { begin: failure.place.line } },
    })),
    null,
    2,
  )}\n`;
