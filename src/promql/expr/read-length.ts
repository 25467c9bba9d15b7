import type { SyntaxNode } from '@lezer/common';
import { type Duration, duration } from '#ground/duration.js';
import { lengthIn, secondsIn } from './length.js';
import { type Source, childrenOf } from './source.js';
import type { Offset } from './when.js';

/** Longer ones Prometheus cannot hold. */
const longest = 9.2e9;

/** A length of time, as every release of Prometheus reads it: what is worked out, `[5m * 2]`, only newer ones do. */
export const readLength = (node: SyntaxNode | null, source: Source): Duration => {
  const written = lengthIn(source.text(node).trim());
  if (written !== undefined) return written;
  const seconds = secondsOf(node, source);
  if (seconds !== undefined && seconds > 0) return duration(seconds);
  if (node && seconds !== undefined)
    source.refuse(node, 'zero-length', `it is ${seconds} s long; make it longer than 0`);
  return '0s';
};

/** The same of an offset, which may look ahead. */
export const readOffset = (node: SyntaxNode | null, source: Source): Offset => {
  const text = source.text(node).trim();
  const written = lengthIn(text.replace(/^-\s*/, ''));
  const seconds = written === undefined ? secondsOf(node, source) : undefined;
  if (written !== undefined) return text.startsWith('-') ? `-${written}` : written;
  return seconds === undefined || seconds >= 0 ? duration(seconds ?? 0) : `-${duration(-seconds)}`;
};

const operations: Readonly<Record<string, (a: number, b: number) => number>> = {
  Add: (a, b) => a + b,
  Sub: (a, b) => a - b,
  Mul: (a, b) => a * b,
  Div: (a, b) => a / b,
  Mod: (a, b) => a % b,
  Pow: (a, b) => a ** b,
  DurationMinOf: Math.min,
  DurationMaxOf: Math.max,
};

/** The seconds that a length comes to, which is noted as a fault where it is none. */
const secondsOf = (node: SyntaxNode | null, source: Source): number | undefined => {
  if (!node) return undefined;
  const seconds = worthOf(node, source);
  if (seconds === 'of the query') {
    source.refuse(
      node,
      'needs-a-flag',
      'a length by the step or the range of the query is read by Prometheus 3.14, and from 3.6 on with --enable-feature=promql-duration-expr; write $__interval or $__range in a panel',
    );
    return undefined;
  }
  if (Number.isFinite(seconds) && Math.abs(seconds) <= longest) return seconds;
  source.refuse(node, 'promql-syntax', "write a length of time such as '90m', '1h30m' or 300");
  return undefined;
};

/** What a length comes to: NaN where that is nothing. */
const worthOf = (node: SyntaxNode, source: Source): number | 'of the query' => {
  const parts = childrenOf(node);
  if (parts.some(({ name }) => name === 'DurationStep' || name === 'DurationRange')) return 'of the query';
  const operator = parts.find(({ name }) => Object.hasOwn(operations, name));
  const worths = parts
    .filter(({ name }) => /DurationExpr$|InDurationContext$/.test(name))
    .map((part) => worthOf(part, source));
  const numbers = worths.filter((worth) => worth !== 'of the query');
  if (numbers.length < worths.length) return 'of the query';
  const [a = NaN, b = NaN] = numbers;
  if (parts.length === 0) return literal(source.text(node).trim());
  if (operator) return operations[operator.name]?.(a, b) ?? NaN;
  const sign = parts.find(({ name }) => name === 'UnaryOp');
  return sign && source.text(sign) === '-' ? -a : a;
};

const literal = (text: string): number => secondsIn(text) ?? (/^[\d.]/.test(text) ? Number(text) : NaN);
