import type { LabelSet } from '#derive/engine/world.js';
import { duration } from '#ground/duration.js';
import { unitOfName } from '#promql/unit/unit.js';
import type { Shape } from './shape.js';

/** A number as a person reads it. */
const plain = (value: number): string => String(Number(value.toPrecision(6)));

const binary = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
const bytes = (value: number): string => {
  const power = Math.min(binary.length - 1, Math.floor(Math.log2(Math.max(1, Math.abs(value))) / 10));
  return `${Number((value / 1024 ** power).toPrecision(3))} ${binary[power] ?? 'B'}`;
};

/** A length of time in its largest unit that leaves at least one. */
const time = (seconds: number): string => {
  const whole = Math.round(seconds);
  if (seconds < 1) return `${plain(seconds * 1_000)} ms`;
  if (whole >= 172_800) return `${plain(Number((whole / 86_400).toPrecision(3)))} days`;
  return whole >= 7_200 ? `${plain(Number((whole / 3_600).toPrecision(3)))} hours` : duration(whole);
};

/** What a value of a metric says beside the number, by the unit that its name tells. */
const meaning = (name: string, value: number): string => {
  const unit = unitOfName(name);
  if (unit === 'bytes' && Math.abs(value) >= 1024) return ` (${bytes(value)})`;
  if (unit === 'seconds' && Math.abs(value) >= 120) return ` (${time(value)})`;
  return '';
};
const amount = (name: string, value: number): string => plain(value) + meaning(name, value);

const per = [
  { seconds: 1, word: 'a second' },
  { seconds: 60, word: 'a minute' },
  { seconds: 3_600, word: 'an hour' },
  { seconds: 86_400, word: 'a day' },
];

/** What grows slowly is told by the minute, the hour or the day. */
const pace = (name: string, perSecond: number): string => {
  const shown = per.find(({ seconds }) => Math.abs(perSecond) * seconds >= 1) ??
    per.at(-1) ?? { seconds: 1, word: 'a second' };
  return `${amount(name, Number((Math.abs(perSecond) * shown.seconds).toPrecision(4)))} ${shown.word}`;
};

/** A series as a person calls it: `node_load1 of host-1:9100`, `http_requests_total{code="500"} of host-1:9100`. */
const called = (name: string, { instance, job: _, ...labels }: LabelSet): string => {
  const others = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  const braces = others.length > 0 ? `{${others.join(', ')}}` : '';
  return name + braces + (instance === undefined ? '' : ` of ${instance}`);
};

const does = (name: string, shape: Shape): string => {
  switch (shape.kind) {
    case 'missing':
      return 'is missing';
    case 'level':
      return `is ${amount(name, shape.value)}`;
    case 'slope':
      return shape.perSecond === 0 ? 'does not grow' : `grows by ${pace(name, shape.perSecond)}`;
    case 'ramp':
      if (shape.perSecond === 0) return `stays at ${amount(name, shape.from)}`;
      return `${shape.perSecond < 0 ? 'falls' : 'rises'} from ${amount(name, shape.from)} by ${pace(name, shape.perSecond)}`;
    case 'flap':
      return `goes to and fro between ${plain(shape.low)} and ${plain(shape.high)} ${everyNth(shape.every)}`;
    case 'saw':
      return `begins anew ${everyNth(shape.every)}`;
    case 'stamp':
      if (shape.ago === 0) return 'is now';
      return shape.ago > 0 ? `is ${time(shape.ago)} ago` : `is ${time(-shape.ago)} ahead`;
    case 'histogram':
      return `sees 10 a second of ${plain(shape.observed)} each`;
  }
};

const everyNth = (samples: number): string =>
  samples === 1 ? 'at every scrape' : `every ${samples} scrapes`;

/** What a series does, as a clause of a sentence. */
export const saidOf = (name: string, labels: LabelSet, shape: Shape): string =>
  `${called(name, labels)} ${does(name, shape)}`;

const past: Readonly<Record<string, string>> = {
  is: 'was',
  does: 'did',
  grows: 'grew',
  stays: 'stayed',
  falls: 'fell',
  rises: 'rose',
  goes: 'went',
  begins: 'began',
  sees: 'saw',
};

/** What a series did before, after what it does: `, and grew by 100 a second before`. */
export const saidOfBefore = (name: string, shape: Shape): string =>
  `, and ${does(name, shape).replace(/^\w+/, (verb) => past[verb] ?? verb)} before`;
