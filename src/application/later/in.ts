import type { Application } from '#application/application.js';
import { type Memory, isName, later, laterOf } from './later.js';

/** What is remembered of an application in one place: its name is the same everywhere, all else stands below the place. */
const below = (place: string, { answer, remember, together, ...others }: Memory): Memory => {
  const placed = (question: string): string => (isName(question) ? question : `${place}: ${question}`);
  return {
    answer: (question) => answer(placed(question)),
    remember: (question, text) => {
      remember(placed(question), text);
    },
    ...(together && {
      together: {
        conclusion: (name, question, given) => together.conclusion(placed(name), placed(question), given),
        conclude: (name, question, given, text) => {
          together.conclude(placed(name), placed(question), given, text);
        },
      },
    }),
    ...others,
  };
};

/**
 * An application as it becomes in a place: of one that is to be made, one that is to be made, and changed then. The change keeps the name.
 *
 * @param place Under which the answers are kept: it tells all that the change follows from and that the place does not say by itself, as other applications.
 */
export const laterIn = (
  application: Application,
  place: string,
  change: (made: Application) => Application,
): Application => {
  const found = laterOf(application);
  if (found === undefined) return change(application);
  // for as long as it is there that was changed, and no longer
  const changed = new WeakMap<Application, Application>();
  const make = (isRead?: boolean): Application => {
    const made = found.make(isRead);
    const known = changed.get(made) ?? change(made);
    changed.set(made, known);
    return known;
  };
  return later(make, below(place, found.memory));
};
