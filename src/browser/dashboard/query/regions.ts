import type { Region } from '#browser/panel/contract.js';
import type { AnnotationModel } from '#browser/dashboard/model/annotation.js';
import { withLabels } from './legend.js';
import type { Series } from './prometheus.js';

/** Times at which something is, as spans of those that follow one another by a step at most. */
export const spans = (
  times: readonly number[],
  step: number,
): readonly (readonly [from: number, to: number])[] => {
  const joined: [number, number][] = [];
  for (const time of times) {
    const open = joined.at(-1);
    if (open && open[1] + step >= time) open[1] = time;
    else joined.push([time, time]);
  }
  return joined;
};

/** What is marked of an annotation's series: a region for each span in which it has a value that is not nought. */
export const regionsOf = (
  annotation: AnnotationModel,
  series: readonly Series[],
  step: number,
  colour: string,
): readonly Region[] =>
  series.flatMap(({ labels, times, values }) => {
    const held = times.filter((_, at) => values[at] !== 0 && !Number.isNaN(values[at]));
    const told = withLabels(annotation.textFormat, labels);
    const tags = annotation.tagKeys
      .map((key) => labels[key] ?? '')
      .filter((tag) => tag !== '' && !told.includes(tag));
    return spans(held, step).map(([from, to]) => ({
      from,
      to,
      title: withLabels(annotation.titleFormat, labels) || annotation.name,
      text: [told, tags.join(' ')].filter(Boolean).join('\n'),
      colour,
    }));
  });
