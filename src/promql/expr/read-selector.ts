import type { SyntaxNode } from '@lezer/common';
import type { LabelMatcher } from '#promql/metric/match.js';
import { matchesWhole, re2Fault } from '#promql/metric/re2.js';
import { bareMetric } from '#promql/metric/metric.js';
import type { Selector } from './ast.js';
import { readMatchers, readQuotedMetrics } from './read-labels.js';
import type { Source } from './source.js';

/** Reads series by their metric's name and their labels, or by their labels alone. */
export const readSelector = (node: SyntaxNode, source: Source): Selector => {
  const identifier = node.getChild('Identifier');
  const braces = node.getChild('LabelMatchers');
  const written = [...(identifier ? [source.text(identifier)] : []), ...readQuotedMetrics(braces, source)];
  const [first] = written;
  // In the order of writing: what is wrong with the name stands before what is wrong with the matchers.
  const named = first === undefined ? undefined : metricOf(first, identifier ?? node, source);
  const all = readMatchers(braces, source);
  const [by] = all.filter(isName);
  const isNamed = written.length === 0 && all.filter(isName).length === 1 && by?.operator === '=';
  const [name = '', ...others] = isNamed ? [by.value] : written;
  if (others.length > 0 || (written.length > 0 && by))
    source.refuse(node, 'promql-syntax', 'the metric has its name already; leave it out');
  const matchers = isNamed ? all.filter((each) => !isName(each)) : all;
  if (name === '' && matchers.every(passesNothing))
    source.refuse(
      node,
      'selects-everything',
      'it selects every series that there is; name a metric, or a label that is not empty',
    );
  return { type: 'selector', metric: named ?? metricOf(name, node, source), matchers };
};

const isName = ({ label }: LabelMatcher): boolean => label === '__name__';

const metricOf = (name: string, node: SyntaxNode, source: Source) => {
  const metric = source.lookup(name);
  if (!metric)
    source.refuse(
      node,
      'no-such-metric',
      name === ''
        ? 'name the metric before the braces'
        : 'no such metric is declared; correct it, or declare it in a catalogue',
    );
  return metric ?? bareMetric(name);
};

/** Whether a matcher lets through a label that is empty, or is not there. */
const passesNothing = ({ operator, value }: LabelMatcher): boolean => {
  if (value.startsWith('$')) return false;
  const isPattern = operator.endsWith('~') && re2Fault(value) === undefined;
  const isMatched = isPattern ? matchesWhole(value, '') : value === '';
  return isMatched !== operator.startsWith('!');
};
