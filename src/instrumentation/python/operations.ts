import type { Instrumentation } from '#application/instrumentation/instrumentation.js';
import type { Operation } from '#application/instrumentation/operation.js';
import type { AnyMetric } from '#promql/metric/metric.js';
import { type Told, statement } from './child.js';
import { float, quoted, snake } from './text.js';

/** Values of a label as a type: those of a closed set, else any text. */
const typeOf = (operation: Operation, label: string): string => {
  const metrics = [operation.done, operation.duration, operation.slow];
  const closed = metrics.flatMap((each) => each?.info.values[label] ?? []);
  return closed.length === 0 ? 'str' : `Literal[${[...new Set(closed)].map(quoted).join(', ')}]`;
};

/** What one end is told by. */
const end = ({ done, duration, slow, slowOver }: Operation, told: Told): string => {
  const indent = ' '.repeat(12);
  const series = (name: string, metric: AnyMetric | undefined): readonly string[] =>
    metric ? [statement(indent, metric, told, ',', `${name}=`)] : [];
  return [
    ...series('done', done),
    ...series('duration', duration),
    ...series('slow', slow),
    ...(slow ? [`${indent}slow_over=${float(slowOver ?? 0)},`] : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
};

const written = (name: string, operation: Operation): string => {
  const { labels, outcome, done, duration, slow } = operation;
  const help = (done ?? duration ?? slow)?.info.help ?? name;
  const own: Told = Object.fromEntries(labels.map((label) => [label, label]));
  const ended = (is: 'success' | 'failure'): Told =>
    outcome ? { ...own, [outcome.label]: quoted(outcome[is]) } : own;
  const taken = labels.map((label) => `${label}: ${typeOf(operation, label)}`);
  const told = labels.map((label) => `${label}=…`).join(', ');
  return `
def ${snake(name)}(${taken.length > 0 ? `*, ${taken.join(', ')}` : ''}) -> Measured:
    """
    ${help}:
    how many and how long, however they end.

    Above a function: @${snake(name)}(${told}). Around a block, with or async with:
    make it once, so that its series begin at 0, and write: with made(): …
    """
    return Measured(
        success=End(
${end(operation, ended('success'))}        ),
        failure=End(
${end(operation, ended('failure'))}        ),
    )
`;
};

/** What code calls its operations by. */
export const operationsFile = ({ operations }: Instrumentation): string => {
  const all = Object.entries(operations).map(([name, each]) => written(name, each));
  const isClosed = all.some((each) => each.includes('Literal['));
  return `"""What the application does and waits for, as decorators and as contexts."""

from __future__ import annotations

${isClosed ? 'from typing import Literal\n\n' : ''}from . import metrics
from .measured import End, Measured

${all.join('\n')}`;
};
