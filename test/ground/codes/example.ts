import { transformSync } from 'esbuild';
import * as words from 'cheomseong';
import { type Application, type Host, estate } from 'cheomseong';
import { given } from '#ground/codes/given.js';
import { type Fault, Refusal } from '#ground/fault.js';
import { synthesize } from '#synth/synthesize.js';
import { synthesisOf } from '#synth/estate/estate.js';

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

const isApplication = (value: unknown): value is Application =>
  isObject(value) && 'runbook' in value && 'routing' in value && 'scrapes' in value;

const isHost = (value: unknown): value is Host => isObject(value) && 'described' in value;

/** What is found where a value is all that an estate holds. */
const foundIn = (value: unknown): readonly Fault[] => {
  if (!isApplication(value) && !isHost(value)) return hintsOf(value);
  const hosts = isHost(value) ? [value] : [];
  const applications = isHost(value) ? [value.described] : [value];
  const { charts, laws } = synthesisOf(estate({ applications, hosts }));
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
