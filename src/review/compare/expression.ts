import type { AlertMeant } from '#review/meaning/meaning.js';
import { secondsIn } from './seconds.js';

/** A number or a length of time. */
const figure = /\b(?:\d+(?:ms|[smhdwy]))+\b|\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b/g;
const isLength = (written: string): boolean => /[smhdwy]$/.test(written);

/** An expression without its numbers and lengths of time. */
const masked = (expr: string): string => expr.replace(figure, '#');
const figuresIn = (expr: string): readonly string[] => expr.match(figure) ?? [];

/** The same for the same, however it is written: `60s` and `1m` are one. */
const worth = (written: string): string =>
  isLength(written) ? `${secondsIn(written)}s` : String(Number(written));

type Pair = readonly [before: string, after: string];

/** Numbers that stand in the same place of two expressions and differ, each once. */
const differing = (before: string, after: string): readonly Pair[] => {
  const is = figuresIn(after).map(worth);
  const pairs = figuresIn(before).map((each, i): Pair => [worth(each), is[i] ?? '']);
  return [
    ...new Map(pairs.filter(([was, now]) => was !== now).map((pair) => [pair.join(' '), pair])).values(),
  ];
};

/** Pairs but those that are told elsewhere: these as they stand, or the only one, where an expression has it in another unit. */
const besides = (pairs: readonly Pair[], isTold: (pair: Pair) => boolean): readonly Pair[] => {
  const others = pairs.filter((pair) => !isTold(pair));
  return others.length === pairs.length && pairs.length === 1 ? [] : others;
};

/** Whether numbers of an expression differ beyond the limit and the windows, which are told in words. */
const areOthers = (before: AlertMeant, after: AlertMeant, isLimitTold: boolean, areWindowsTold: boolean) => {
  const pairs = differing(before.expr, after.expr);
  const [numbers, lengths] = [
    pairs.filter(([was]) => !isLength(was)),
    pairs.filter(([was]) => isLength(was)),
  ];
  const isLimit = ([was, is]: Pair): boolean =>
    was === String(before.limit?.value) && is === String(after.limit?.value);
  const areWindows = ([was, is]: Pair): boolean =>
    before.windows.map(worth).includes(was) && after.windows.map(worth).includes(is);
  return (
    (isLimitTold ? besides(numbers, isLimit) : numbers).length +
      (areWindowsTold ? besides(lengths, areWindows) : lengths).length >
    0
  );
};

/** In what two expressions differ, beyond what is told of their limits and windows; nothing where they do not. */
export const expressionText = (
  before: AlertMeant,
  after: AlertMeant,
  told: { readonly limit: boolean; readonly windows: boolean },
): string | undefined => {
  if (before.expr === after.expr) return undefined;
  if (masked(before.expr) !== masked(after.expr)) return 'asks something else';
  if (!areOthers(before, after, told.limit, told.windows)) return undefined;
  return told.limit || told.windows
    ? 'and has other numbers elsewhere in its expression'
    : 'has other numbers in its expression';
};
