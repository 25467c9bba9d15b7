import type { Range, Selector } from '#promql/expr/ast.js';
import type { LabelMatcher } from '#promql/metric/match.js';
import { matchesWhole, re2Fault } from '#promql/metric/re2.js';
import { labelsOf, remembered } from './labels.js';
import { lengthOf, momentOf } from './moment.js';
import type { MatrixReading, Stretch, VectorReading } from './reading.js';
import { type Scene, perScene } from './scene.js';
import type { Track } from './track.js';
import { Unsupported } from './unsupported.js';
import type { LabelSet, Sample } from './world.js';

/** How long a sample is taken for the present value, in milliseconds: Prometheus's flag `--query.lookback-delta`. */
const lookBack = 300_000;

interface Selected {
  readonly labels: LabelSet;
  readonly track: Track;
}

const admits = (labels: LabelSet, { label, operator, value }: LabelMatcher): boolean => {
  const text = labels[label] ?? '';
  const isMatch = operator.endsWith('~') ? matchesWhole(value, text) : text === value;
  return isMatch !== operator.startsWith('!');
};

/** The series that a selector selects of a scene. */
const selecting = (selector: Selector): ((scene: Scene) => readonly Selected[]) => {
  const { metric, matchers } = selector;
  const bad = matchers.find(({ operator, value }) => operator.endsWith('~') && re2Fault(value) !== undefined);
  if (bad) throw new Unsupported(selector, `has a pattern that is not known here: ${bad.value}`);
  const isSelected = remembered((labels: LabelSet) => matchers.every((matcher) => admits(labels, matcher)));
  return perScene(({ tracks }) =>
    tracks
      .filter(({ series }) => metric.name === '' || metric.name === series.name)
      .map((track) => ({ labels: labelsOf(track.series), track }))
      .filter(({ labels }) => isSelected(labels)),
  );
};

/** The index of the sample that a series reads at a moment; -1 where it reads none. */
const lastAt = ({ upTo, times, hasEnded }: Track, at: number, { isLeftOpen }: Scene): number => {
  const last = upTo(at) - 1;
  const age = at - (times[last] ?? -Infinity);
  const isForgotten = isLeftOpen ? age >= lookBack : age > lookBack;
  return isForgotten || hasEnded(at) ? -1 : last;
};

/** Series as they stand at a moment. */
export const readSelector = (selector: Selector): VectorReading => {
  const selected = selecting(selector);
  const moment = momentOf(selector);
  const each =
    (valueOf: (track: Track, index: number) => number): VectorReading['read'] =>
    (scene, now) => {
      const at = moment(now);
      const samples: Sample[] = [];
      for (const { labels, track } of selected(scene)) {
        const index = lastAt(track, at, scene);
        if (index >= 0) samples.push({ labels, value: valueOf(track, index) });
      }
      return samples;
    };
  return {
    type: 'vector',
    read: each(({ values }, index) => values[index] ?? NaN),
    scraped: each(({ times }, index) => (times[index] ?? NaN) / 1_000),
  };
};

/** The samples of series that lie in a window before a moment. */
export const readRange = (range: Range): MatrixReading => {
  const selected = selecting(range.selector);
  const moment = momentOf(range.selector);
  const length = lengthOf(range, range.window);
  return {
    type: 'matrix',
    span: (now) => ({ start: moment(now) - length, end: moment(now) }),
    read: (scene, now) => {
      const end = moment(now);
      const stretches: Stretch[] = [];
      for (const { labels, track } of selected(scene)) {
        const { times, values, upTo, before } = track;
        const to = upTo(end);
        const from = scene.isLeftOpen ? upTo(end - length) : before(end - length);
        if (from < to) stretches.push({ labels, times, values, from, to });
      }
      return stretches;
    },
  };
};
