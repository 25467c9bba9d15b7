import { transformSync } from 'esbuild';
import * as words from 'cheomseong';
import { type Application, type Estate, type Host, estate } from 'cheomseong';
import { given } from '#ground/codes/given.js';
import { type Fault, Refusal, thrownBy } from '#ground/fault.js';
import { synthesize } from '#synth/synthesize.js';
import { synthesisOf } from '#synth/estate/estate.js';
import { isCluster } from '#cluster/cluster.js';
import { isEstate } from '#synth/estate/home.js';
import { inProduction } from '../../place.js';

type Words = Readonly<Record<string, unknown>>;

const plain = (text: string): string => transformSync(text, { loader: 'ts', target: 'node20' }).code;

/** What a snippet is, written below what all examples stand on, with the public words. */
const valueOf = (snippet: string): unknown => {
  const all: Words = words;
  const code = plain(`${given}\nvar result = (\n${snippet}\n);`);
  return Function(...Object.keys(all), `${code}\nreturn result;`)(...Object.values(all));
};

const isObject = (value: unknown): value is Words => typeof value === 'object' && value !== null;

const hintsOf = (value: unknown): readonly Fault[] =>
  isObject(value) && Array.isArray(value['hints']) ? value['hints'] : [];

/** What an alert's proof is refused for, which is known once it is asked for its scenarios. */
const proofFaultsOf = (value: unknown): readonly Fault[] => {
  const scenarios = isObject(value) ? value['scenarios'] : undefined;
  return typeof scenarios === 'function' ? thrownBy('', (): unknown => scenarios()) : [];
};

const isApplication = (value: unknown): value is Application =>
  isObject(value) && 'runbook' in value && 'routing' in value && 'scrapes' in value;

const isHost = (value: unknown): value is Host => isObject(value) && 'described' in value;

/** What an estate is of, which an example may be. */
const estateOf = (value: unknown): Estate | undefined => {
  if (isEstate(value)) return value;
  if (isHost(value)) return estate(inProduction([value.described], [value]));
  if (isCluster(value)) return estate({ places: [value] });
  return isApplication(value) ? estate(inProduction([value])) : undefined;
};

/** What is found where a value is all that an estate holds; an alert is asked for its proof. */
const foundIn = (value: unknown): readonly Fault[] => {
  const whole = estateOf(value);
  if (whole === undefined) return [...hintsOf(value), ...proofFaultsOf(value)];
  const { charts, laws } = synthesisOf(whole);
  const hints: Fault[] = [];
  synthesize(charts, laws, (told) => hints.push(...told));
  return hints;
};

/** The faults and hints of an example, whether whoever makes a value refuses it or a law of the estate. */
export const faultsOf = (snippet: string): readonly Fault[] => {
  try {
    return foundIn(valueOf(snippet));
  } catch (error) {
    if (error instanceof Refusal) return error.faults;
    throw error;
  }
};
