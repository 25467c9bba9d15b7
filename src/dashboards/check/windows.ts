import { type Range, walk } from '#promql/expr/ast.js';
import { print } from '#promql/expr/print.js';
import type { Fault } from '#ground/fault.js';
import { type Duration, duration, inSeconds } from '#ground/duration.js';
import { type Window, isDashboardWindow } from '#promql/unit/window.js';
import type { Panel } from '#dashboards/panel/panel.js';
import { isOfStrip } from '#dashboards/strip/strip.js';

/** `rate()` needs two samples; four scrapes still hold two when one is late or lost. */
const scrapesPerWindow = 4;

/** Why a window is too short for series that are scraped every so many seconds; `undefined` if it is not. */
const tooShort = (window: Window, scrapeInterval: Duration): string | undefined => {
  if (window === '$__interval') return 'is one step of the drawing, which is often shorter than a scrape';
  if (isDashboardWindow(window)) return undefined;
  return inSeconds(window) < scrapesPerWindow * inSeconds(scrapeInterval)
    ? `is shorter than four scrapes of ${scrapeInterval}`
    : undefined;
};

/** Windows in which there may be fewer than two samples, so that `rate()` gives nothing and the panel stays empty. */
export const windowFaults = (panels: readonly Panel[], scrapeInterval: Duration): readonly Fault[] =>
  panels
    .filter((panel) => !isOfStrip(panel))
    .flatMap(({ title, queries }) =>
      queries
        .flatMap(({ expr }) => [...walk(expr)])
        .filter((expr): expr is Range => expr.type === 'range')
        .flatMap((range) => {
          const fault = tooShort(range.window, scrapeInterval);
          const enough = duration(scrapesPerWindow * inSeconds(scrapeInterval));
          return fault === undefined
            ? []
            : [
                {
                  where: `panel '${title}'`,
                  what: print(range),
                  code: 'window-too-short',
                  why: `the window of ${print(range)} ${fault}`,
                  cure: `write '$__rate_interval', or '${enough}' or more`,
                },
              ];
        }),
    );
