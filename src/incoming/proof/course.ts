import { duration } from '#ground/duration.js';
import { type Code, called, object, verbatim } from '#incoming/code/code.js';
import { quoted } from '#incoming/code/text.js';
import type { Level } from '#alerts/scenario/level.js';

/** The samples of a series: while all is well, while the fault lasts, and afterwards. */
export type Phases = readonly [was: readonly Level[], becomes: readonly Level[], then: readonly Level[]];

const levelCode = (level: Level): Code => verbatim(level === 'missing' ? "'missing'" : String(level));

/** The one value that all samples have; nothing where they differ. */
const levelOf = (samples: readonly Level[]): Level | undefined => {
  const [first] = samples;
  return samples.every((each) => Object.is(each, first)) ? first : undefined;
};

const isNear = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));

/** By how much each sample differs from the one before, where that is always the same. */
const stepOf = (samples: readonly Level[]): number | undefined => {
  const numbers = samples.flatMap((each) => (each === 'missing' ? [] : [each]));
  const [first = 0, second = first] = numbers;
  const step = second - first;
  return numbers.length === samples.length &&
    numbers.every((each, i) => isNear(each, first + step * i)) &&
    Number.isFinite(step)
    ? step
    : undefined;
};

/** What three phases come to: `was` alone where all are alike. */
export const courseOf = (levels: readonly Code[], texts: readonly string[]): Code => {
  const [was, becomes, then] = levels;
  const [before, during, after] = texts;
  if (was === undefined || becomes === undefined || then === undefined) return verbatim("'missing'");
  if (before === during && during === after) return was;
  return object({ was, becomes, ...(after !== before && { then }) });
};

/** A course of levels: `3`, `{ was: 3, becomes: 0 }`; nothing where one of its phases is none. */
export const levelCourse = (phases: Phases): Code | undefined => {
  const levels = phases.flatMap((each) => levelOf(each) ?? []);
  return levels.length < phases.length ? undefined : courseOf(levels.map(levelCode), levels.map(String));
};

/**
 * After how many samples of the fault a counter begins anew, by what it has grown since the last sample; nothing where it does not.
 */
export const restartOf = ([, becomes]: Phases): number | undefined => {
  const nth = becomes.findIndex((each, i) => {
    const before = becomes[i - 1];
    return typeof each === 'number' && typeof before === 'number' && each < before;
  });
  return nth < 0 ? undefined : nth;
};

/** How a counter grows in its phases: where it restarts, before and after that. */
const stretches = ([was, becomes, then]: Phases, restart: number | undefined) =>
  restart === undefined
    ? [was, becomes, then]
    : [was, becomes.slice(0, restart), becomes.slice(restart), then];

/**
 * By how much a second a counter grows evenly in each phase; nothing where it does otherwise.
 *
 * @param restart After how many samples of the fault it begins anew.
 */
export const growthRates = (
  phases: Phases,
  scrape: number,
  restart?: number,
): readonly Level[] | undefined => {
  const all = stretches(phases, restart);
  const steps = all.map((each) => (levelOf(each) === 'missing' ? 'missing' : stepOf(each)));
  const rates = steps.flatMap((step): readonly Level[] =>
    step === undefined ? [] : [step === 'missing' ? step : Number((step / scrape).toPrecision(12))],
  );
  if (rates.length < all.length || rates.some((rate) => rate !== 'missing' && rate < 0)) return undefined;
  if (restart !== undefined && rates[1] !== rates[2]) return undefined;
  // what it reads at the first sample of each phase, when it begins at 0 and grows on
  let total = 0;
  for (const [i, samples] of all.entries()) {
    const [first] = samples;
    const step = steps[i] ?? 0;
    if (step === 'missing') {
      total = 0;
      continue;
    }
    if (restart !== undefined && i === 2) total = step;
    if (typeof first !== 'number' || !isNear(first, total)) return undefined;
    total += step * samples.length;
  }
  return restart === undefined ? rates : rates.toSpliced(2, 1);
};

/** The course of a counter that grows evenly in each phase, by so much a second; nothing where it does otherwise. */
export const growthCourse = (phases: Phases, scrape: number, restart?: number): Code | undefined => {
  const rates = growthRates(phases, scrape, restart);
  return rates && courseOf(rates.map(levelCode), rates.map(String));
};

/** Samples in promtool's notation, those that are alike together. */
const notation = (samples: readonly Level[]): string => {
  const runs: { readonly value: Level; times: number }[] = [];
  for (const value of samples) {
    const last = runs.at(-1);
    if (last !== undefined && Object.is(last.value, value)) last.times += 1;
    else runs.push({ value, times: 1 });
  }
  return runs
    .map(({ value, times }) => {
      if (value === 'missing') return times === 1 ? '_' : `_x${times}`;
      return times === 1 ? String(value) : `${value}x${times - 1}`;
    })
    .join(' ');
};

const motionCode = (samples: readonly Level[], scrape: number): Code => {
  const level = levelOf(samples);
  if (level !== undefined) return levelCode(level);
  const [[first], step] = [samples, stepOf(samples)];
  if (typeof first === 'number' && step !== undefined)
    return called('ramp', verbatim(String(first)), verbatim(String(Number((step / scrape).toPrecision(12)))));
  return called('samples', verbatim(quoted(notation(samples))), verbatim(quoted(duration(scrape))));
};

/** A course sample by sample, phase by phase. */
export const drawnCourse = (phases: Phases, scrape: number): Code => {
  const motions = phases.map((each) => motionCode(each, scrape));
  return courseOf(
    motions,
    phases.map((each) => each.join()),
  );
};
