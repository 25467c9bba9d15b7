import { type Application, scrapesOf } from '#application/application.js';
import { scrapedEvery } from '#application/read.js';
import { type Duration, duration, inSeconds } from '#ground/duration.js';
import type { Fault } from '#ground/fault.js';
import { type Expr, type Range, type Selector, children } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import { isNeverMissed, readsOnFor } from '#promql/expr/steadied.js';
import { isDashboardWindow } from '#promql/unit/window.js';
import { type Caused, oncePerCause } from './cause.js';
import type { Law } from './law.js';
import { type Stated, stated } from './stated.js';
import { inEach } from './apart.js';

/** `rate()` needs two samples; four scrapes still hold two when one is late or lost. */
const [least, enough] = [2, 4];
/** Prometheus takes a sample of the last 5 minutes for the present value: every 2 minutes there is one though a scrape is lost. */
const slowestWithout: Duration = '2m';

/** What reads series over a window, and what reads them at present: without one, or on over missed scrapes. */
interface Read {
  readonly of: Range | Selector;
  /** Whether no more is taken of a window than its last sample. */
  readonly isLast: boolean;
}

const takesLast = (expr: Expr): boolean =>
  expr.type === 'call' && /^(last|absent)_over_time$/.test(expr.function);

const readsIn = (expr: Expr, isLast = false): readonly Read[] =>
  expr.type === 'range' || expr.type === 'selector'
    ? [{ of: expr, isLast }]
    : children(expr).flatMap((each) => readsIn(each, takesLast(expr)));

/** What is read on over missed scrapes is of the present. */
const isPresent = ({ of, isLast }: Read, every: Duration): boolean =>
  of.type === 'selector' || (isLast && of.window === readsOnFor(every));

const tooSlow = (every: Duration): string =>
  `it is scraped every ${every}, and read without a window: between scrapes Prometheus takes it for gone`;

const metricOf = ({ of }: Read): Selector['metric'] => (of.type === 'range' ? of.selector : of).metric;

const ofRead = ({ at, reader, expr }: Stated, read: Read, every: Duration): readonly Caused[] => {
  const { of } = read;
  const { name } = metricOf(read);
  const fault = (why: string, cure: string): Fault => ({
    where: at,
    what: print(expr),
    code: 'window-too-short',
    why,
    cure,
  });
  const caused = (told: Fault, cause: string): readonly Caused[] => [{ fault: told, cause, hit: reader }];
  if (isPresent(read, every))
    return inSeconds(every) <= inSeconds(slowestWithout)
      ? []
      : caused(
          fault(
            `${reader} reads ${name}: ${tooSlow(every)}`,
            `scrape it at least every ${slowestWithout}, or read the worst of a window: maxOverTime(…, '${duration(enough * inSeconds(every))}')`,
          ),
          `every ${every}`,
        );
  if (of.type !== 'range' || isDashboardWindow(of.window)) return [];
  const scrapes = inSeconds(of.window) / inSeconds(every);
  if (scrapes >= (isNeverMissed(of.selector) ? 1 : enough)) return [];
  const told = fault(
    `${reader} reads ${name} over ${of.window}, and it is scraped every ${every}: the window holds ${scrapes < least ? 'hardly two samples, and a rate needs two' : 'too few samples once a scrape is lost'}`,
    `make the window ${duration(enough * inSeconds(every))} or longer, or scrape at least every ${duration(Math.floor(inSeconds(of.window) / enough))}`,
  );
  return scrapes < least
    ? caused(told, `every ${every}`)
    : caused({ ...told, isHint: true }, `${at} ${told.why}`);
};

const faults = (application: Application, byPlatform?: Duration): readonly Caused[] => {
  const scrapes = scrapesOf(application);
  return stated(application).flatMap((each) =>
    readsIn(each.expr).flatMap((read) => {
      // What is recorded is there at each evaluation; whether its rule sees enough is told of that rule.
      if (metricOf(read).recorded) return [];
      const every = scrapedEvery(read.of, scrapes, application.platform, byPlatform);
      return every === undefined ? [] : ofRead(each, read, every);
    }),
  );
};

/** A window that holds fewer than two scrapes of what it reads gives nothing; what is read without one must be scraped often. */
export const everyWindowHoldsSamples: Law = inEach(({ applications, cluster }) =>
  oncePerCause(applications.flatMap((each) => faults(each, cluster?.platform.prometheus.scrapeInterval))),
);
