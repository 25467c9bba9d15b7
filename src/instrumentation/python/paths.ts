import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import { quoted } from './text.js';

/** Where machines ask. */
export const pathsFile = ({ paths: { metrics, health, ready }, uncounted }: Instrumentation): string => {
  const further = uncounted.filter((path) => ![metrics, health, ready].includes(path));
  return `"""Where machines ask."""

METRICS = ${quoted(metrics)}
HEALTH = ${quoted(health)}
READY = ${quoted(ready)}

# What this package itself answers.
ANSWERED = frozenset((METRICS, HEALTH, READY))
# Asked every few seconds: among the requests of people they would hide what fails.
UNCOUNTED = ANSWERED${
    further.length === 0 ? '' : ` | frozenset((${further.map((path) => `${quoted(path)},`).join(' ')}))`
  }
`;
};
