import type { Proven } from '#derive/derivation.js';
import type { Blame } from '#derive/reason/blame.js';
import { cannotFire, hardlyFires } from '#derive/reason/cannot-fire.js';
import { duration } from '#ground/duration.js';
import { type Expr, walk } from '#promql/expr/ast.js';
import { offsetSeconds } from '#promql/expr/when.js';
import { windowsOf } from '#derive/search/constants.js';
import { timeText } from '#proof/words/time.js';
import { type Subject, isAsked } from './subject.js';

/** Why it seems not to fire as it is scraped, where a fault was found only of what is scraped more often. */
export const scrapedTooSeldom = (
  { asked }: Pick<Subject, 'asked'>,
  { scrape }: Proven,
): (Partial<Blame> & Pick<Blame, 'why'>) | undefined => {
  if (!isAsked(asked) || scrape >= asked.scrape) return undefined;
  const more = `scraped every ${timeText(scrape)} it fires`;
  const reason = cannotFire(asked) ?? hardlyFires(asked);
  return reason
    ? { blame: reason.blame, why: `${reason.why}; ${more}` }
    : { why: `scraped every ${timeText(asked.scrape)}, no course was found under which it fires; ${more}` };
};

/**
 * Whether an alert was played more coarsely than asked for, as what looks back for days is: then nothing tells how soon it fires. An
 * interval that is only rounded up to whole scrapes does.
 */
export const isCoarser = ({ asked }: Pick<Subject, 'asked'>, { scrape, interval }: Proven): boolean =>
  isAsked(asked) && (scrape > asked.scrape || interval >= asked.interval + scrape);

/** The longest of windows and offsets, in seconds. */
const longest = (expr: Expr): number =>
  Math.max(
    0,
    ...[...walk(expr)].flatMap((part) => [
      ...(part.type === 'range' || part.type === 'subquery' ? windowsOf(part) : []),
      ...((part.type === 'selector' || part.type === 'subquery') && part.offset !== undefined
        ? [offsetSeconds(part.offset)]
        : []),
    ]),
  );

/** Why no time is told: `looks back 1w`. */
export const whyCoarser = ({ asked }: Pick<Subject, 'asked'>, { until, interval }: Proven): string => {
  const reach = isAsked(asked) ? longest(asked.expr) : 0;
  return isAsked(asked) && reach > asked.for && reach > 100 * asked.interval
    ? `looks back ${duration(reach)}`
    : `played over ${timeText(until)}, evaluated every ${timeText(interval)}`;
};
