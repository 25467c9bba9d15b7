import { duration, inSeconds } from '#ground/duration.js';
import type { Facts } from '#alerts/rule/facts.js';
import { type Behaviour, grows, steps } from '#alerts/scenario/behaviour.js';
import type { Proof } from '#alerts/scenario/proof.js';
import { type ContainerLabel, type Watched, exampleOf, namedAlike } from './containers.js';
import type { RestartMetrics } from './restarts.js';

/** A part of a restart, such as extrapolation adds: it does not count. */
const fraction = 0.1;

/** What proves that containers are told of that restart too often within a window. */
export const restarting = (
  { restarts }: RestartMetrics,
  watched: Watched,
  { limit, window, for: pending }: Facts<'count'>,
): Proof<ContainerLabel> => {
  const example = exampleOf(restarts, watched);
  const { labels } = example;
  const seconds = inSeconds(window);
  const many = Math.ceil(limit.value);
  // They must all stay in the window for as long as the alert is pending, and a few evaluations more.
  const within = Math.min((seconds * 2) / 3, seconds - inSeconds(pending) - 210);
  const apart = Math.floor(within / Math.max(many - 1, 1));
  const begins = 60;
  const last = begins + (many - 1) * apart;
  const times = (apart: number): Behaviour =>
    steps(
      restarts,
      labels,
      Array.from({ length: many }, (_, i) => duration(begins + i * apart)),
    );
  const longer = seconds + 60;
  const again = (value: number, of: typeof labels): readonly Behaviour[] => [
    grows(restarts, of, (value + fraction) / seconds),
  ];
  return {
    reading: {
      at: again,
      well: 0,
      when: (value) => `a container restarts ${value} times within the window`,
      ...example,
    },
    fires:
      within > 0
        ? [
            {
              when: `a container restarts ${many} times, one after the other`,
              series: [times(apart)],
              labels,
              value: String(many),
              notBefore: duration(last + inSeconds(pending)),
              within: duration(last + inSeconds(pending) + 60),
              lasts: duration(last + inSeconds(pending) + 90),
            },
          ]
        : [],
    quiet: [
      ...namedAlike(restarts, watched, (of) => again(10 * many, of)),
      ...(many < 2
        ? []
        : [
            {
              when: 'restarts lie more than a window apart',
              series: [times(longer)],
              lasts: duration(many * longer),
            },
            {
              when: 'a new pod is first seen with a restart behind it',
              series: [appearing(restarts, labels)],
            },
          ]),
    ],
  };
};

/** A counter that is not there until the fault begins, and then stands at 1. */
const appearing = (
  restarts: RestartMetrics['restarts'],
  labels: Readonly<Record<ContainerLabel, string>>,
): Behaviour => ({
  ...steps(restarts, labels, []),
  course: { type: 'counter', perSecond: { was: 'missing', becomes: 0 }, events: [0] },
});
