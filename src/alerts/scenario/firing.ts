import { duration, inSeconds } from '#ground/duration.js';
import type { Firing, Timing } from './scenario.js';
import type { Scene } from './scene.js';
import { isUneven } from './uneven.js';

/** Units of signals that follow a fault in a straight line, as the window fills with it. */
const linear = ['ratio', 'perSecond', 'count', 'cores'];

/**
 * When an alert on a window fires: not while hardly any of the window is faulty, and no later than when all of it is. A window of another
 * length would have it fire at another time.
 */
const timing = <L extends string>({ alert, reading, over }: Scene<L>): Timing => {
  const { window, condition } = alert;
  const { limit } = condition;
  const { well, crossed = linear.includes(limit.unit) ? (limit.value - well) / (over - well) : undefined } =
    reading;
  if (window === undefined || crossed === undefined) return {};
  const seconds = inSeconds(window);
  const pending = inSeconds(alert.for);
  return {
    ...(crossed > 0 &&
      crossed <= 1 && { notBefore: duration(Math.floor(pending + 0.75 * crossed * seconds)) }),
    within: duration(pending + seconds + 60),
  };
};

/** Just over the limit: as plainly as can be. */
const plainly = <L extends string>(scene: Scene<L>): Firing<L> => {
  const { reading, over, others } = scene;
  return {
    when: scene.when(over),
    series: [...scene.reads(over, [reading.labels]), ...scene.bystanders(others)],
    ...scene.begins,
    ...timing(scene),
    ...scene.tells(over, reading.labels),
  };
};

/** Just over the limit: of all at once, as they come in life. */
const amidOthers = <L extends string>(scene: Scene<L>): Firing<L> => {
  const { reading, over, others, busy } = scene;
  const { labels } = reading;
  const series = scene.amid(scene.reads(over, [labels, ...others]), reading.at(reading.well, labels, busy));
  return {
    when: `${scene.when(over)}${others.length > 0 ? `, of ${others.length + 1} at once` : ''}, amid others where all is well`,
    series,
    ...scene.begins,
    ...(isUneven(series) && { unsteady: true }),
    ...scene.tells(over, labels),
    ...(others.length > 0 && { also: others }),
  };
};

/** Far over the limit, while scrapes fail now and then: that must not begin `for` anew. */
const despiteFailures = <L extends string>(scene: Scene<L>): Firing<L> => {
  const { reading, extreme, others } = scene;
  return {
    when: `${scene.when(extreme)}, and one scrape in ten fails`,
    series: [...scene.reads(extreme, [reading.labels]), ...scene.bystanders(others)],
    scrapesFail: true,
    ...scene.begins,
    ...scene.tells(extreme, reading.labels),
  };
};

/** Just enough events to mean something, all together. */
const hardlyEnough = <L extends string>(scene: Scene<L>): readonly Firing<L>[] => {
  const { reading, over } = scene;
  if (!reading.events) return [];
  const { least, what } = reading.events;
  return [
    {
      when: `${scene.when(over)}, of hardly enough ${what}`,
      series: scene.parted(scene.reads(over, [reading.labels], least.value * 1.1)),
      ...scene.begins,
      ...scene.tells(over, reading.labels),
    },
  ];
};

/** What tells is gone, while others of the same name are there; then all of it at once, amid lookalikes that are there. */
const gone = <L extends string>(scene: Scene<L>): readonly Firing<L>[] => {
  const { reading, others, busy } = scene;
  if (!reading.gone) return [];
  const { labels } = reading;
  const { reads, when } = reading.gone;
  const theirs = scene.lookalikes(reading.at(reading.well, labels, busy));
  return [
    {
      when,
      series: [...scene.gone([labels]), ...scene.bystanders(others), ...theirs],
      ...scene.begins,
      ...scene.tells(reads, labels),
    },
    ...(others.length > 0
      ? [
          {
            when: `${when}, of ${others.length + 1} at once`,
            series: [...scene.gone([labels, ...others]), ...theirs],
            ...scene.begins,
            ...scene.tells(reads, labels),
            also: others,
          },
        ]
      : []),
  ];
};

/** Scenarios in which the alert must fire. */
export const firing = <L extends string>(scene: Scene<L>): readonly Firing<L>[] => [
  plainly(scene),
  amidOthers(scene),
  despiteFailures(scene),
  ...hardlyEnough(scene),
  ...gone(scene),
];
