import {
  type Aggregation,
  type Binary,
  type Call,
  type Expr,
  type Selector,
  walk,
} from '#promql/expr/ast.js';
import { isScalar } from '#promql/expr/scalar.js';
import { inSeconds } from '#ground/duration.js';
import { isDashboardWindow, type Window } from '#promql/unit/window.js';
import { type Term, labelOf, madeTerm, nothing, textTerm, whatever } from './term.js';
import { type View, bare, dropping, keeping, setting } from './view.js';

/** A selector in an expression, and what is done with its samples. */
export interface Leaf {
  readonly id: number;
  readonly selector: Selector;
  /** Functions that read it directly; `time` where it is held against the present, `offset` where it is read as it was. */
  readonly uses: readonly string[];
  /** Seconds of the windows around it. */
  readonly windows: readonly number[];
}

/** Two labels that must be equal for series to meet. */
export interface Meeting {
  readonly terms: readonly [Term, Term];
  /** Whether it is only one of several ways, as the right side of an `or` is. */
  readonly isSoft: boolean;
}

/** What a function makes of labels. */
export interface Making {
  readonly term: Term;
  readonly from: readonly Term[];
  readonly make: (texts: readonly string[]) => string;
  /** The pattern that the text must match for anything to be made. */
  readonly pattern?: string;
}

/** How labels go through an expression. */
export interface Flow {
  readonly leaves: readonly Leaf[];
  readonly meetings: readonly Meeting[];
  readonly makings: readonly Making[];
  /** Labels that something is told apart by: series have them. */
  readonly wanted: ReadonlySet<Term>;
}

interface Around {
  readonly uses: readonly string[];
  /** Functions that read what is around over a window of its own: whatever is done inside, they read the selectors too. */
  readonly over: readonly string[];
  readonly windows: readonly number[];
}

const length = (window: Window): number => (isDashboardWindow(window) ? 300 : inSeconds(window));
/** Whether an expression is the present, or some time before or after it. */
const isPresent = (expr: Expr): boolean => {
  const all = [...walk(expr)];
  return (
    all.some((each) => each.type === 'call' && each.function === 'time') &&
    all.every(({ type }) => type !== 'selector')
  );
};
const stringAt = (args: readonly Expr[], i: number): string => {
  const arg = args[i];
  return arg?.type === 'string' ? arg.value : '';
};

/** Follows the labels of an expression from its selectors outwards. */
export const flowOf = (expr: Expr, mentioned: readonly string[]): Flow => {
  const leaves: Leaf[] = [];
  const meetings: Meeting[] = [];
  const makings: Making[] = [];
  const wanted = new Set<Term>();
  const want = (views: readonly View[], labels: readonly string[]): void => {
    for (const view of views) for (const label of labels) wanted.add(view.at(label));
  };

  const selected = (selector: Selector, { uses, over, windows }: Around): readonly View[] => {
    const id = leaves.length;
    const offset = selector.offset === undefined ? [] : ['offset'];
    leaves.push({ id, selector, uses: [...uses, ...over, ...offset], windows });
    const isBucket = selector.metric.name.endsWith('_bucket');
    const at = (label: string): Term =>
      isBucket && label === 'le' ? whatever : mentioned.includes(label) ? labelOf(id, label) : nothing;
    return [{ at, labels: mentioned }];
  };

  const visit = (each: Expr, around: Around): readonly View[] => {
    switch (each.type) {
      case 'selector':
        return selected(each, around);
      case 'range':
        return selected(each.selector, { ...around, windows: [...around.windows, length(each.window)] });
      case 'subquery':
        return visit(each.expr, {
          uses: [],
          over: [...around.over, ...around.uses],
          windows: [...around.windows, length(each.window)],
        });
      case 'negation':
        return visit(each.expr, around);
      case 'call':
        return called(each, around);
      case 'aggregation':
        return aggregated(each, around);
      case 'binary':
        return joined(each, around);
      default:
        return [bare];
    }
  };

  const called = (each: Call, around: Around): readonly View[] => {
    const { function: name, args } = each;
    const uses = [...around.uses.filter((use) => use === 'time'), name];
    const views = args.map((arg) =>
      arg.type === 'number' || arg.type === 'string' ? undefined : visit(arg, { ...around, uses }),
    );
    const [found] = views.flatMap((view) => (view ? [view] : []));
    if (name === 'absent' || name === 'absent_over_time') return [fixedView(args[0])];
    if (!found || name === 'vector' || name === 'scalar') return [bare];
    if (name === 'label_replace') return found.map((view) => replaced(view, args));
    if (name === 'label_join') return found.map((view) => put(view, args));
    if (name === 'histogram_quantile') return found.map((view) => dropping(view, ['le']));
    return found;
  };

  const replaced = (view: View, args: readonly Expr[]): View => {
    const [to, replacement, source, pattern] = [1, 2, 3, 4].map((i) => stringAt(args, i));
    if (to === undefined || replacement === undefined || source === undefined || pattern === undefined)
      return view;
    if (!replacement.includes('$') && /^(\.\*)?$/.test(pattern))
      return setting(view, to, textTerm(replacement));
    const from = view.at(source);
    wanted.add(from);
    if (/^\$\{?1\}?$/.test(replacement) && /^\(\.[*+]\)$/.test(pattern)) return setting(view, to, from);
    const term = madeTerm(makings.length);
    const make = ([text = '']: readonly string[]): string => expanded(pattern, replacement, text) ?? '';
    makings.push({ term, from: [from], make, pattern });
    return setting(view, to, term);
  };

  const put = (view: View, args: readonly Expr[]): View => {
    const separator = stringAt(args, 2);
    const from = args.slice(3).map((_, i) => view.at(stringAt(args, i + 3)));
    for (const each of from) wanted.add(each);
    const term = madeTerm(makings.length);
    makings.push({ term, from, make: (texts) => texts.join(separator) });
    return setting(view, stringAt(args, 1), term);
  };

  const aggregated = ({ operator, parameter, expr: inner, grouping }: Aggregation, around: Around) => {
    if (parameter && parameter.type !== 'string') visit(parameter, { ...around, uses: [] });
    const views = visit(inner, { ...around, uses: around.uses.filter((use) => use === 'time') });
    want(views, grouping?.labels ?? []);
    if (/^(topk|bottomk|limitk|limit_ratio)$/.test(operator)) return views;
    const labels = grouping?.labels ?? [];
    const grouped = views.map((view) =>
      grouping?.type === 'without' ? dropping(view, labels) : keeping(view, labels),
    );
    if (operator !== 'count_values' || parameter?.type !== 'string') return grouped;
    return grouped.map((view) => setting(view, parameter.value, whatever));
  };

  const joined = (each: Binary, around: Around): readonly View[] => {
    const { left, right, operator, matching } = each;
    const kept = around.uses.filter((use) => use === 'time');
    const side = (one: Expr, other: Expr): readonly View[] =>
      visit(one, { ...around, uses: isPresent(other) ? ['time'] : kept });
    const [a, b] = [side(left, right), side(right, left)];
    if (isScalar(left)) return b;
    if (isScalar(right)) return a;
    const labels = matching?.labels ?? [];
    if (matching) want([...a, ...b], matching.group?.include ?? []);
    if (matching?.type === 'on') want([...a, ...b], labels);
    if (operator === 'or') return [...a, ...b];
    a.forEach((one, i) =>
      b.forEach((other, k) => {
        const all = [...new Set([...one.labels, ...other.labels])].filter((label) => !labels.includes(label));
        for (const label of matching?.type === 'on' ? labels : all)
          meetings.push({ terms: [one.at(label), other.at(label)], isSoft: i + k > 0 });
      }),
    );
    if (operator === 'and' || operator === 'unless') return a;
    const group = matching?.group;
    if (group) {
      const [many, [one = bare]] = group.side === 'right' ? [b, a] : [a, b];
      if (matching.type === 'ignoring') want(many, labels);
      return many.map((view) => group.include.reduce((so, label) => setting(so, label, one.at(label)), view));
    }
    return matching ? a.map((view) => (matching.type === 'on' ? keeping : dropping)(view, labels)) : a;
  };

  visit(expr, { uses: [], over: [], windows: [] });
  return { leaves, meetings, makings, wanted };
};

/** What `absent` says of the series that are not there. */
const fixedView = (arg: Expr | undefined): View => {
  const selector = arg?.type === 'range' ? arg.selector : arg?.type === 'selector' ? arg : undefined;
  const fixed = (selector?.matchers ?? []).filter(({ operator }) => operator === '=');
  return fixed.reduce((view, { label, value }) => setting(view, label, textTerm(value)), bare);
};

/** A replacement with what a pattern found in a text; nothing where it does not match. */
const expanded = (pattern: string, replacement: string, text: string): string | undefined => {
  const found = compiled(pattern)?.exec(text);
  return found
    ? replacement.replace(/\$(?:(\d+)|\{(\d+)\}|\{(\w+)\})/g, (_, a?: string, b?: string, named?: string) =>
        named === undefined ? (found[Number(a ?? b)] ?? '') : (found.groups?.[named] ?? ''),
      )
    : undefined;
};

const compiled = (pattern: string): RegExp | undefined => {
  try {
    return new RegExp(`^(?:${pattern.replaceAll('(?P<', '(?<')})$`, 's');
  } catch {
    return undefined;
  }
};
