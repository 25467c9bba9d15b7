import { cut, define } from './cut.js';

/** Most characters of one value, that the labels behind a long one are seen too. */
const longestValue = 60;

/** Defines the template that `labels` calls; `write` writes a text that is all of them. */
export const definedLabels = (write: (all: string) => string): string =>
  define(
    'labels',
    `{{ $all := "" }}{{ range . }}{{ $all = printf "%s · %s=%s" $all .Name (.Value | ${cut(longestValue)}) }}{{ end }}${write('$all')}`,
  );

/** A Go template for the labels by which an alert differs from others of its message. */
export const labels = '{{ template "labels" (.Labels.Remove $.CommonLabels.Names).SortedPairs }}';
