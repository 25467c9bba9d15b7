import type { RuleSeverity } from '#alerts/rule/facts.js';
import { quoted } from '#promql/expr/string-text.js';
import type { Reader } from './reader.js';

/** Our severity and those of others that are like one of these, as `eq` of Go's templates takes several: `"critical" "page"`. */
const named = (
  ours: RuleSeverity,
  like: readonly RuleSeverity[],
  { severities = {} }: Pick<Reader, 'severities'>,
): string =>
  [
    ours,
    ...Object.entries(severities).flatMap(([name, is]) => (like.includes(is) && name !== ours ? [name] : [])),
  ]
    .map(quoted)
    .join(' ');

/** Of alerts that page somebody. */
export const critical = (reader: Pick<Reader, 'severities'>): string =>
  named('critical', ['critical'], reader);

/** Of alerts that wait, or that nobody need see. */
export const mild = (reader: Pick<Reader, 'severities'>): string =>
  named('warning', ['warning', 'none'], reader);
