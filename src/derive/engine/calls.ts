import type { Call } from '#promql/expr/ast.js';
import { labelsOfAbsent } from './absent.js';
import { dates } from './dates.js';
import { histogramFraction, histogramQuantile } from './histogram.js';
import { interned, nameless } from './labels.js';
import { numberFunctions } from './numbers.js';
import { keepsName, overTime } from './over-time.js';
import {
  type Argument,
  type MatrixReading,
  type OverTime,
  type Read,
  type Reading,
  type VectorReading,
  distinct,
} from './reading.js';
import { relabelled } from './relabelled.js';
import { Unsupported } from './unsupported.js';
import type { LabelSet, Sample } from './world.js';

type Given = readonly Argument[];

/** The series among the arguments. */
const vectorIn = (given: Given): VectorReading | undefined =>
  given.map(({ reading }) => reading).find((reading) => reading.type === 'vector');
const matrixIn = (given: Given): MatrixReading | undefined =>
  given.map(({ reading }) => reading).find((reading) => reading.type === 'matrix');

/** The numbers among the arguments. */
const numbersOf = (given: Given): Read<readonly number[]> => {
  const scalars = given.flatMap(({ reading }) => (reading.type === 'scalar' ? [reading.read] : []));
  return (scene, at) => scalars.map((read) => read(scene, at));
};

/** Series, of which neither labels nor values need be what they were. */
const mapped = (
  { read }: VectorReading,
  labelled: (labels: LabelSet) => LabelSet,
  valued: (value: number, numbers: readonly number[]) => number = (value) => value,
  numbers: Read<readonly number[]> = () => [],
): VectorReading => ({
  type: 'vector',
  read: (scene, at) => {
    const beside = numbers(scene, at);
    return distinct(
      read(scene, at).map(({ labels, value }) => ({
        labels: labelled(labels),
        value: valued(value, beside),
      })),
    );
  },
});

const ofWindow = (
  name: string,
  reckon: OverTime,
  { read, span }: MatrixReading,
  numbers: Read<readonly number[]>,
): VectorReading => {
  const labelled = keepsName.has(name) ? (labels: LabelSet): LabelSet => labels : nameless;
  return {
    type: 'vector',
    read: (scene, now) => {
      const window = { span: span(now), now, scene };
      const beside = numbers(scene, now);
      const samples: Sample[] = [];
      for (const stretch of read(scene, now)) {
        const value = reckon(stretch, window, beside);
        if (value !== undefined) samples.push({ labels: labelled(stretch.labels), value });
      }
      return distinct(samples);
    },
  };
};

const absence = (expr: Call, given: Given): VectorReading => {
  const [argument] = given;
  const reading = argument?.reading;
  if (!argument || (reading?.type !== 'vector' && reading?.type !== 'matrix'))
    throw new Unsupported(expr, 'is of no series');
  const gone = [{ labels: interned(labelsOfAbsent(argument.expr)), value: 1 }];
  return { type: 'vector', read: (scene, at) => (reading.read(scene, at).length === 0 ? gone : []) };
};

const ofSeries = (expr: Call, vector: VectorReading, given: Given): Reading | undefined => {
  const name = expr.function;
  const numbers = numbersOf(given);
  const ofNumber = numberFunctions.get(name) ?? dates.get(name);
  if (name === 'clamp') {
    const clamped = mapped(vector, nameless, ofNumber, numbers);
    return {
      type: 'vector',
      read: (scene, at) => {
        const clampedHere = clamped.read(scene, at);
        const [least = NaN, greatest = NaN] = numbers(scene, at);
        return greatest < least ? [] : clampedHere;
      },
    };
  }
  if (ofNumber) return mapped(vector, nameless, ofNumber, numbers);
  switch (name) {
    case 'scalar':
      return {
        type: 'scalar',
        read: (scene, at) => {
          const [only, second] = vector.read(scene, at);
          return only && !second ? only.value : NaN;
        },
      };
    case 'timestamp': {
      const { scraped } = vector;
      return scraped
        ? mapped({ type: 'vector', read: scraped }, nameless)
        : mapped(
            vector,
            nameless,
            (_, [now = NaN]) => now,
            (_, at) => [at / 1_000],
          );
    }
    case 'sort':
    case 'sort_desc':
    case 'sort_by_label':
    case 'sort_by_label_desc':
      return { type: 'vector', read: vector.read };
    case 'label_replace':
    case 'label_join':
      return mapped(vector, relabelled(expr));
    case 'histogram_quantile':
    case 'histogram_fraction': {
      const reckon = (name === 'histogram_quantile' ? histogramQuantile : histogramFraction)();
      return {
        type: 'vector',
        read: (scene, at) => distinct(reckon(vector.read(scene, at), numbers(scene, at))),
      };
    }
    default:
      return undefined;
  }
};

const ofNumbers = ({ function: name }: Call, given: Given): Reading | undefined => {
  const numbers = numbersOf(given);
  const date = dates.get(name);
  const none = interned({});
  if (date) return { type: 'vector', read: (_, at) => [{ labels: none, value: date(at / 1_000) }] };
  switch (name) {
    case 'time':
      return { type: 'scalar', read: (_, at) => at / 1_000 };
    case 'pi':
      return { type: 'scalar', read: () => Math.PI };
    case 'max_of':
      return { type: 'scalar', read: (scene, at) => Math.max(...numbers(scene, at)) };
    case 'min_of':
      return { type: 'scalar', read: (scene, at) => Math.min(...numbers(scene, at)) };
    case 'vector':
      return {
        type: 'vector',
        read: (scene, at) => numbers(scene, at).map((value) => ({ labels: none, value })),
      };
    default:
      return undefined;
  }
};

/**
 * A function of PromQL, made ready to be read.
 *
 * @throws Unsupported where it is not known here.
 */
export const readCall = (expr: Call, given: Given): Reading => {
  const { function: name } = expr;
  if (name === 'absent' || name === 'absent_over_time') return absence(expr, given);
  const [vector, matrix, reckon] = [vectorIn(given), matrixIn(given), overTime.get(name)];
  const reading = reckon
    ? matrix && ofWindow(name, reckon, matrix, numbersOf(given))
    : vector
      ? ofSeries(expr, vector, given)
      : ofNumbers(expr, given);
  if (!reading) throw new Unsupported(expr, `calls ${name}, which is not known here`);
  return reading;
};
