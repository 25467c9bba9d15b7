import type { Place } from '#proof/command/place.js';
import { type Failure, titleOf } from '#proof/command/report.js';

/** A text in a workflow command. */
export const message = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
/** The value of one of its properties. */
export const property = (text: string): string => message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Workflow commands, https://docs.github.com/actions/reference/workflow-commands: an error at the rule in `dist/`. */
export const githubText = (failures: readonly (Failure & { readonly place: Place })[]): string =>
  failures
    .map(({ proven, what, why, place, promtool }) => {
      const title = `The proof of ${titleOf(proven)} does not hold by promtool ${promtool}`;
      return `::error file=${property(place.path)},line=${place.line},title=${property(title)}::${message(`${what}\n${why}`)}\n`;
    })
    .join('');
