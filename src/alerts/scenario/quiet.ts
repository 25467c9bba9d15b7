import { spoken } from '#ground/spoken.js';
import { duration, inSeconds, type Duration } from '#ground/duration.js';
import { incomplete } from './incomplete.js';
import type { Scenario } from './scenario.js';
import type { Scene } from './scene.js';

/** How long a fault may last and be over before an alert with this `for` fires. */
export const justUnder = (pending: Duration): Duration => duration(Math.max(inSeconds(pending) - 30, 0));

/** At the limit: as plainly as can be. */
const plainly = <L extends string>(scene: Scene<L>): Scenario => ({
  when: scene.when(scene.under),
  series: [...scene.reads(scene.under, [scene.reading.labels]), ...scene.bystanders(scene.others)],
});

/** At the limit: of all at once, as they come in life, while all is wrong with others. */
const amidOthers = <L extends string>(scene: Scene<L>): Scenario => {
  const { reading, under, extreme, others, busy } = scene;
  return {
    when: `${scene.when(under)}${others.length > 0 ? `, of ${others.length + 1} at once` : ''}, amid others where all is wrong`,
    series: scene.amid(
      scene.reads(under, [reading.labels, ...others]),
      reading.at(extreme, reading.labels, busy),
    ),
  };
};

/** Hardly too few events to mean something; there may be many of another, and of lookalikes. */
const hardlyTooFew = <L extends string>(scene: Scene<L>): readonly Scenario[] => {
  const { reading, extreme, others, busy } = scene;
  if (!reading.events) return [];
  const { least, what } = reading.events;
  const tooFew = scene.reads(extreme, [reading.labels], least.value * 0.9);
  const many = [
    ...others.slice(0, 1).flatMap((other) => reading.at(reading.well, other, 100 * busy)),
    ...scene.lookalikes(reading.at(reading.well, reading.labels, busy)),
  ];
  return [
    { when: `${scene.when(extreme)}, of too few ${what}`, series: tooFew },
    ...(many.length > 0
      ? [
          {
            when: `${scene.when(extreme)}, of too few ${what}, and many of others are well`,
            series: [...tooFew, ...many],
          },
        ]
      : []),
    { when: `there are no ${what}`, series: scene.reads(extreme, [reading.labels], 0) },
  ];
};

/** All is well, and scrapes fail now and then: where missing means something, that must not. */
const despiteFailures = <L extends string>({ reading, bystanders, others }: Scene<L>): readonly Scenario[] =>
  reading.gone
    ? [
        {
          when: 'all is well, and one scrape in ten fails',
          series: bystanders([reading.labels, ...others]),
          scrapesFail: true,
        },
      ]
    : [];

/** Over before `for` is. */
const brief = <L extends string>(scene: Scene<L>): readonly Scenario[] => {
  const { reading, over, others } = scene;
  const lasts = justUnder(scene.alert.for);
  if (lasts === '0s') return [];
  const long = spoken(lasts).en;
  const beside = scene.bystanders(others);
  return [
    {
      when: `${scene.when(over)} for ${long}`,
      series: [...scene.reads(over, [reading.labels]), ...beside],
      lasts,
    },
    ...(reading.gone
      ? [
          {
            when: `${reading.gone.when} for ${long}, as during a restart`,
            series: [...scene.gone([reading.labels]), ...beside],
            lasts,
          },
        ]
      : []),
  ];
};

/** Scenarios in which the alert must stay quiet. */
export const staysQuiet = <L extends string>(scene: Scene<L>): readonly Scenario[] =>
  [
    plainly(scene),
    amidOthers(scene),
    ...despiteFailures(scene),
    ...hardlyTooFew(scene),
    ...brief(scene),
    ...incomplete(scene),
  ].map((scenario) => ({ ...scenario, ...scene.begins }));
