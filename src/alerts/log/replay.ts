import { type Duration, duration, inSeconds } from '#ground/duration.js';
import { evaluator } from '#logql/evaluate.js';
import type { LogLabel, LogSignal, LogUnit } from '#logql/signal.js';
import { namedValues } from '#promql/metric/choice.js';
import type { Behaviour } from '#alerts/scenario/behaviour.js';
import type { Level } from '#alerts/scenario/level.js';
import type { Sampled } from '#alerts/scenario/motion.js';
import type { Firing, NonEmpty, Scenario, Timing } from '#alerts/scenario/scenario.js';
import type { Written } from '#alerts/scenario/proof.js';
import { type Writing, entriesOf } from './writing.js';
import { replayedSeries } from './stand-in.js';

/** Lines that begin well, then are those of a fault for a while, then are well again. */
export interface LogScenario extends Pick<Scenario, 'when' | 'lasts'> {
  readonly lines: readonly Writing[];
}

/** Lines under which an alert fires, with the labels and the value of its text. */
export interface LogFiring<L extends string> extends LogScenario, Pick<Timing, 'within' | 'notBefore'> {
  readonly labels: Readonly<Record<L, string>>;
  readonly value: string;
}

/** What an alert that reads logs is proven by. */
export interface LogProof<L extends string> {
  readonly fires: NonEmpty<LogFiring<L>>;
  readonly quiet: NonEmpty<LogScenario>;
}

/** When a query is evaluated, and for how long its answer must last. */
interface Evaluated {
  readonly window: Duration;
  readonly for: Duration;
  readonly every: Duration;
}

/** How many evaluations there are at the least while all is well, and beyond those that an alert needs. */
const spare = 10;

const multiple = (seconds: number, of: number): number => Math.ceil(seconds / of) * of;

/** A proof of lines as one of series: what the query answers to these lines, at each evaluation. */
export const replayed = <L extends LogLabel>(
  { fires, quiet }: LogProof<L>,
  signal: LogSignal<L, LogUnit>,
  evaluated: Evaluated,
): Written<L> => {
  const firing = ({ labels, value, within, notBefore, ...scenario }: LogFiring<L>): Firing<L> => ({
    ...replay(scenario, signal, evaluated),
    labels,
    value,
    ...(within !== undefined && { within }),
    ...(notBefore !== undefined && { notBefore }),
  });
  const [firstFiring, ...otherFiring] = fires;
  const [firstQuiet, ...otherQuiet] = quiet;
  return {
    fires: [firing(firstFiring), ...otherFiring.map(firing)],
    quiet: [
      replay(firstQuiet, signal, evaluated),
      ...otherQuiet.map((each) => replay(each, signal, evaluated)),
    ],
  };
};

const replay = (
  { when, lines, lasts: asked }: LogScenario,
  signal: LogSignal<LogLabel, LogUnit>,
  { window, for: pending, every }: Evaluated,
): Scenario => {
  const step = inSeconds(every);
  const look = multiple(inSeconds(signal.window), step);
  const after = look + spare * step;
  const lasts = multiple(
    asked === undefined ? inSeconds(window) + inSeconds(pending) + spare * step : inSeconds(asked),
    step,
  );
  // Until it has resolved, and the evaluations that promtool asks for beyond.
  const ends = lasts + look + 4 * step;
  const entries = entriesOf(lines, { begins: -after - look, lasts, ends }, namespaceOf(signal));
  const answers = evaluator(signal, entries);
  const phases = (
    [
      ['was', -after, 0],
      ['becomes', 0, lasts],
      ['then', lasts, ends],
    ] as const
  ).map(([phase, from, to]) => {
    const moments = Array.from({ length: (to - from) / step }, (_, i) => from + i * step);
    return { phase, answers: moments.map(answers) };
  });
  const labelled = new Map(
    phases.flatMap((each) => each.answers.flat()).map(({ labels }) => [JSON.stringify(labels), labels]),
  );
  const series = [...labelled].map(([key, labels]): Behaviour => {
    const motion = (of: 'was' | 'becomes' | 'then'): Sampled => ({
      every: step,
      samples: phases
        .filter(({ phase }) => phase === of)
        .flatMap((each) => each.answers)
        .map(
          (answer): Level => answer.find((each) => JSON.stringify(each.labels) === key)?.value ?? 'missing',
        ),
    });
    const motions = { was: motion('was'), becomes: motion('becomes'), then: motion('then') };
    return { metric: replayedSeries, labels, course: { type: 'drawn', ...motions } };
  });
  return { when, series, after: duration(after), lasts: duration(lasts), settles: duration(look) };
};

/** A namespace that the streams are of. */
const namespaceOf = ({ lines }: LogSignal<LogLabel, LogUnit>): string => {
  const matcher = lines.selector.find(({ label }) => label === 'namespace');
  return (matcher && namedValues(matcher)?.[0]) ?? '';
};
