import type { Expr } from '#promql/expr/ast.js';
import { readAggregation } from './aggregation.js';
import { readBinary } from './binary.js';
import { readCall } from './calls.js';
import { type Intern, interning, nameless } from './labels.js';
import { type Reading, type VectorReading, distinct } from './reading.js';
import { sceneOf } from './scene.js';
import { readRange, readSelector } from './selector.js';
import { readSubquery } from './subquery.js';
import { Unsupported } from './unsupported.js';
import type { Value, World } from './world.js';

/** An expression that can be read at a moment of a world, in seconds since its beginning. */
export type Compiled = (world: World, seconds: number) => Value;

/**
 * Makes an expression ready to be read at many moments of many worlds: what depends on neither is reckoned once.
 *
 * What is compiled throws `Refused` where Prometheus refuses to read these very series.
 *
 * @throws Unsupported of a part that is not known here.
 */
export const compile = (expr: Expr): Compiled => {
  const reading = readingOf(expr, interning());
  switch (reading.type) {
    case 'string':
      return () => reading.text;
    case 'matrix':
      throw new Unsupported(expr, 'is series over a window, of which no value is read');
    default:
      return (world, seconds) => reading.read(sceneOf(world), Math.round(seconds * 1_000));
  }
};

const readingOf = (expr: Expr, intern: Intern): Reading => {
  switch (expr.type) {
    case 'number':
      return { type: 'scalar', read: () => expr.value };
    case 'string':
      return { type: 'string', text: expr.value };
    case 'selector':
      return readSelector(expr, intern);
    case 'range':
      return readRange(expr, intern);
    case 'subquery':
      return readSubquery(expr, vectorOf(expr.expr, intern));
    case 'negation':
      return negation(expr.expr, readingOf(expr.expr, intern), intern);
    case 'call': {
      const given = expr.args.map((arg) => ({ expr: arg, reading: readingOf(arg, intern) }));
      return readCall(expr, given, intern);
    }
    case 'aggregation': {
      const parameter = expr.parameter && readingOf(expr.parameter, intern);
      return readAggregation(expr, parameter, vectorOf(expr.expr, intern), intern);
    }
    case 'binary':
      return readBinary(expr, readingOf(expr.left, intern), readingOf(expr.right, intern), intern);
  }
};

const vectorOf = (expr: Expr, intern: Intern): VectorReading => {
  const reading = readingOf(expr, intern);
  if (reading.type !== 'vector') throw new Unsupported(expr, 'is no series');
  return reading;
};

const negation = (expr: Expr, reading: Reading, intern: Intern): Reading => {
  const drop = nameless(intern);
  if (reading.type === 'scalar') return { type: 'scalar', read: (scene, at) => -reading.read(scene, at) };
  if (reading.type !== 'vector') throw new Unsupported(expr, 'has no sign');
  return {
    type: 'vector',
    read: (scene, at) =>
      distinct(reading.read(scene, at).map(({ labels, value }) => ({ labels: drop(labels), value: -value }))),
  };
};
