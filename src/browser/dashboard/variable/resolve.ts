import { rangeUtil } from '@grafana/data';
import type { Prometheus } from '#browser/dashboard/query/prometheus.js';
import { signatureOf } from '#browser/dashboard/query/legend.js';
import { askedOf } from './asked.js';
import { type Chosen, chosenOf } from './chosen.js';
import { forPrometheus } from './formats.js';
import { interpolate, type Known } from './interpolate.js';
import type { Option, VariableModel } from './model.js';
import { optionsOf, writtenOptions } from './options.js';

/** A variable with what may be chosen of it and what is. */
export interface Resolved {
  readonly model: VariableModel;
  readonly options: readonly Option[];
  readonly chosen: Chosen;
  /** Why there are no options. */
  readonly fault?: string;
}

interface Resolving {
  readonly prometheus: Prometheus;
  /** In milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** What the address asks for. */
  readonly asked: Readonly<Record<string, readonly string[]>>;
  /** What is known beside variables: the range and its like. */
  readonly builtIn: Known;
}

const valuesOf = async (query: string, { prometheus, from, to }: Resolving): Promise<readonly string[]> => {
  const asked = askedOf(query);
  if (asked.kind === 'labels') return prometheus.labelNames(from, to);
  if (asked.kind === 'values') return prometheus.labelValues(asked.label, asked.selector, from, to);
  if (asked.kind === 'metrics') {
    const names = await prometheus.labelValues('__name__', undefined, from, to);
    return names.filter((name) => asked.regex.test(name));
  }
  if (asked.kind === 'series') return (await prometheus.series(asked.selector, from, to)).map(signatureOf);
  const { series } = await prometheus.instant(asked.expr, to);
  return series.map(({ labels, values, times }) => `${signatureOf(labels)} ${values[0]} ${times[0]}`);
};

const optionsFor = async (
  model: VariableModel,
  known: Known,
  resolving: Resolving,
): Promise<readonly Option[]> => {
  const query = interpolate(model.query, known, forPrometheus);
  switch (model.type) {
    case 'query':
      return optionsOf(
        await valuesOf(query, resolving),
        interpolate(model.regex, known, forPrometheus),
        model.sort,
      );
    case 'custom':
      return writtenOptions(query);
    case 'interval':
      return [...(model.auto ? [{ text: 'auto', value: '$__auto' }] : []), ...writtenOptions(query)];
    case 'datasource':
      return [{ text: 'default', value: 'default' }];
    default:
      return model.type === 'adhoc' ? [] : [{ text: query, value: query }];
  }
};

/** An automatic interval as long as the range makes it. */
const measured = (chosen: Chosen, { auto }: VariableModel, { from, to }: Resolving): Chosen => {
  if (!auto || chosen.values[0] !== '$__auto') return chosen;
  const step = rangeUtil.roundInterval((to - from) / auto.count);
  return {
    ...chosen,
    values: [rangeUtil.secondsToHms(Math.max(step, rangeUtil.intervalToMs(auto.min)) / 1000)],
  };
};

/** Gives variables their values, one after another: each may use those before it. */
export const resolve = async (
  models: readonly VariableModel[],
  resolving: Resolving,
): Promise<readonly Resolved[]> => {
  const resolved: Resolved[] = [];
  for (const model of models) {
    const known = { ...resolving.builtIn, ...knownOf(resolved) };
    const asked =
      model.type === 'datasource' || model.type === 'constant' ? undefined : resolving.asked[model.name];
    try {
      const options = await optionsFor(model, known, resolving);
      resolved.push({ model, options, chosen: measured(chosenOf(model, options, asked), model, resolving) });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      const fault = error instanceof Error ? error.message : String(error);
      resolved.push({ model, options: [], chosen: chosenOf(model, [], asked), fault });
    }
  }
  return resolved;
};

/** Variables as texts are filled in with them. */
export const knownOf = (resolved: readonly Resolved[]): Known =>
  Object.fromEntries(resolved.map(({ model, chosen }) => [model.name, chosen]));
