import { isFalseAt, listAt, textAt } from '#browser/frame/read.js';
import { sourceOf } from './panel.js';

/** What is asked for, to be marked on all panels. */
export interface AnnotationModel {
  readonly name: string;
  readonly expr: string;
  readonly step: string;
  readonly colour: string;
  readonly titleFormat: string;
  readonly textFormat: string;
  readonly tagKeys: readonly string[];
}

/** Annotations of a Prometheus that are on. Grafana's own, which people write by hand, are in Grafana alone. */
export const readAnnotations = (given: unknown): readonly AnnotationModel[] =>
  listAt(given).flatMap((annotation) => {
    const expr = textAt(annotation, 'expr') ?? textAt(annotation, 'target', 'expr');
    if (!expr || isFalseAt(annotation, 'enable') || (sourceOf(annotation) ?? 'prometheus') !== 'prometheus')
      return [];
    return [
      {
        name: textAt(annotation, 'name') ?? '',
        expr,
        step:
          textAt(annotation, 'target', 'interval') ||
          textAt(annotation, 'step') ||
          textAt(annotation, 'target', 'step') ||
          '60s',
        colour: textAt(annotation, 'iconColor') ?? 'red',
        titleFormat: textAt(annotation, 'titleFormat') ?? '',
        textFormat: textAt(annotation, 'textFormat') ?? '',
        tagKeys: (textAt(annotation, 'tagKeys') ?? '')
          .split(',')
          .map((key) => key.trim())
          .filter(Boolean),
      },
    ];
  });
