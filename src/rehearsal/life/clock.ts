import { parser } from '@prometheus-io/lezer-promql';

/** What tells the time of day or the date of now, where it is given no time. */
const ofNow = /^(hour|minute|day_of_week|day_of_month|day_of_year|days_in_month|month|year)\s*\(\s*\)$/;

/**
 * A PromQL text whose clock stands at another moment, so many seconds after the true one: `hour()` is that of then. Nothing else of it knows
 * the time of day; `time()` itself stays, since samples have their true times.
 */
export const atAnotherTime = (expr: string, seconds: number): string => {
  if (seconds === 0) return expr;
  let told = '';
  let end = 0;
  parser.parse(expr).iterate({
    enter: ({ name, from, to }) => {
      const [, called] = name === 'FunctionCall' ? (ofNow.exec(expr.slice(from, to)) ?? []) : [];
      if (called === undefined) return;
      told += `${expr.slice(end, from)}${called}(vector(time() + ${seconds}))`;
      end = to;
    },
  });
  return told + expr.slice(end);
};
