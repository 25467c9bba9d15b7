import type { Expr } from '#promql/expr/ast.js';
import { readAggregation } from './aggregation.js';
import { readBinary } from './binary.js';
import { readCall } from './calls.js';
import { nameless, remembered } from './labels.js';
import { type Reading, type VectorReading, distinct } from './reading.js';
import { type Scene, sceneOf } from './scene.js';
import { readRange, readSelector } from './selector.js';
import { readSubquery } from './subquery.js';
import { Unsupported } from './unsupported.js';
import type { Sample, Value, World } from './world.js';

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
  const reading = readingOf(expr);
  switch (reading.type) {
    case 'string':
      return () => reading.text;
    case 'matrix':
      throw new Unsupported(expr, 'is series over a window, of which no value is read');
    default:
      return (world, seconds) => reading.read(sceneOf(world), Math.round(seconds * 1_000));
  }
};

/** What is read again at the same moment of the same scene is not reckoned again: of an expression, and of what it is a part of. */
const once = (reading: Reading): Reading => {
  if (reading.type !== 'vector') return reading;
  const { read } = reading;
  let last: { readonly scene: Scene; readonly at: number; readonly samples: readonly Sample[] } | undefined;
  return {
    ...reading,
    read: (scene, at) => {
      if (last?.scene !== scene || last.at !== at) last = { scene, at, samples: read(scene, at) };
      return last.samples;
    },
  };
};

/** A part that several expressions share is made ready once. */
const readingOf: (expr: Expr) => Reading = remembered((expr) => once(made(expr)));

const made = (expr: Expr): Reading => {
  switch (expr.type) {
    case 'number':
      return { type: 'scalar', read: () => expr.value };
    case 'string':
      return { type: 'string', text: expr.value };
    case 'selector':
      return readSelector(expr);
    case 'range':
      return readRange(expr);
    case 'subquery':
      return readSubquery(expr, vectorOf(expr.expr));
    case 'negation':
      return negation(expr.expr, readingOf(expr.expr));
    case 'call': {
      const given = expr.args.map((arg) => ({ expr: arg, reading: readingOf(arg) }));
      return readCall(expr, given);
    }
    case 'aggregation': {
      const parameter = expr.parameter && readingOf(expr.parameter);
      return readAggregation(expr, parameter, vectorOf(expr.expr));
    }
    case 'binary':
      return readBinary(expr, readingOf(expr.left), readingOf(expr.right));
  }
};

const vectorOf = (expr: Expr): VectorReading => {
  const reading = readingOf(expr);
  if (reading.type !== 'vector') throw new Unsupported(expr, 'is no series');
  return reading;
};

const negation = (expr: Expr, reading: Reading): Reading => {
  if (reading.type === 'scalar') return { type: 'scalar', read: (scene, at) => -reading.read(scene, at) };
  if (reading.type !== 'vector') throw new Unsupported(expr, 'has no sign');
  return {
    type: 'vector',
    read: (scene, at) =>
      distinct(
        reading.read(scene, at).map(({ labels, value }) => ({ labels: nameless(labels), value: -value })),
      ),
  };
};
