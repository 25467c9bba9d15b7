import type { Vision } from '#browser/wire/vision.js';
import { instead } from '#ground/nearest.js';
import { UsageError, spelled } from '#ground/usage.js';
import { type Upstream, upstreamOf } from './http/upstream.js';
import { visions } from './visions.js';

const options = {
  place: { type: 'string' },
  incident: { type: 'string', multiple: true },
  prometheus: { type: 'string' },
  header: { type: 'string', multiple: true },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
  pictures: { type: 'string' },
  only: { type: 'string', multiple: true },
  theme: { type: 'string' },
  language: { type: 'string' },
  width: { type: 'string' },
  height: { type: 'string' },
  vision: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** How pictures are taken. */
export interface PicturesAsked {
  readonly folder: string;
  /** Dashboards by their uid, applications and alerts by their names; all where none is named. */
  readonly only: readonly string[];
  readonly theme: 'dark' | 'light';
  readonly language: 'ko' | 'en';
  /** Of the page, in pixels. */
  readonly width: number;
  /** What is lower is left out. */
  readonly height?: number;
}

/** What `cheomseong preview` is asked for. */
export interface Asked {
  readonly place?: string;
  readonly incidents: readonly string[];
  readonly upstream?: Upstream;
  readonly port: number;
  readonly opens: boolean;
  readonly pictures?: PicturesAsked;
  /** As whose eyes see it; as it is unless given. */
  readonly vision?: Vision;
  readonly json: boolean;
}

/** Names that there are, by which slips are told. */
export interface Names {
  readonly places: readonly string[];
  readonly alerts: readonly string[];
  readonly dashboards: readonly string[];
  readonly applications: readonly string[];
}

const wrong = (option: string, given: readonly string[], known: readonly string[]): readonly string[] =>
  given
    .filter((each) => !known.includes(each))
    .map((each) => `--${option} ${each}: there is none of this name; ${instead(each, known)}`);

const number = (option: string, text: string | undefined, least: number, most: number): readonly string[] =>
  text === undefined || (/^\d{1,5}$/.test(text) && Number(text) >= least && Number(text) <= most)
    ? []
    : [`--${option} ${text}: write a whole number from ${least} to ${most}`];

const choice = <T extends string>(values: readonly [T, ...T[]], text: string | undefined): T =>
  values.find((each) => each === text) ?? values[0];

/**
 * Reads what stands behind `cheomseong preview`.
 *
 * @throws UsageError with all that is wrong with it at once.
 */
export const readAsked = (words: readonly string[], names: Names): Asked => {
  const { faults, isGiven, text, texts } = spelled(words, options, 0);
  const given = (name: keyof typeof options): boolean => isGiven(name) || texts(name).length > 0;
  const needs = (name: keyof typeof options, other: keyof typeof options): readonly string[] =>
    given(name) && !given(other) ? [`--${name} is for --${other}`] : [];
  const prometheus = text('prometheus');
  const pictures = text('pictures');
  const place = text('place');
  const vision = visions.find((each) => each === text('vision'));
  const all = [
    ...faults,
    ...wrong('place', texts('place'), names.places),
    ...wrong('incident', texts('incident'), names.alerts),
    ...wrong('only', texts('only'), [...names.dashboards, ...names.applications, ...names.alerts]),
    ...wrong('theme', texts('theme'), ['dark', 'light']),
    ...wrong('language', texts('language'), ['ko', 'en']),
    ...wrong('vision', texts('vision'), visions),
    ...number('port', text('port'), 0, 65_535),
    ...number('width', text('width'), 320, 3_840),
    ...number('height', text('height'), 100, 20_000),
    ...needs('header', 'prometheus'),
    ...(['only', 'theme', 'language', 'width', 'height'] as const).flatMap((name) => needs(name, 'pictures')),
    ...(given('incident') && given('prometheus')
      ? ['--incident is of data that is made: leave it out, or --prometheus']
      : []),
  ];
  if (all.length > 0) throw new UsageError(all);
  return {
    ...(place !== undefined && { place }),
    incidents: texts('incident'),
    ...(prometheus !== undefined && { upstream: upstreamOf(prometheus, texts('header')) }),
    port: Number(text('port') ?? 0),
    opens: !isGiven('no-open'),
    ...(vision && { vision }),
    ...(pictures !== undefined && {
      pictures: {
        folder: pictures,
        only: texts('only'),
        theme: choice(['dark', 'light'], text('theme')),
        language: choice(['en', 'ko'], text('language')),
        width: Number(text('width') ?? 1280),
        ...(text('height') !== undefined && { height: Number(text('height')) }),
      },
    }),
    json: isGiven('json'),
  };
};
