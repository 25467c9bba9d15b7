import type { ObjectiveMeant, RecordMeant } from '#review/meaning/meaning.js';
import type { One } from './finding.js';
import { paired } from './paired.js';

const one = (subject: string, text: string, isWorse: boolean): One => ({
  ...{ kind: 'objective', subject, text, isWorse },
  ...{ severity: '', details: [] },
});

const promise = ({ text, window }: ObjectiveMeant): string => `${text} of ${window}`;

/** In what the objectives of an application differ. */
export const objectiveFindings = (
  before: readonly ObjectiveMeant[],
  after: readonly ObjectiveMeant[],
): readonly One[] => {
  const { both, gone, come } = paired(before, after, ({ name }) => name);
  return [
    ...gone.map((each) => one(each.title, `is no longer promised; it was ${promise(each)}`, true)),
    ...both.flatMap(([was, is]) =>
      promise(was) === promise(is)
        ? []
        : [one(is.title, `is ${promise(is)} instead of ${promise(was)}`, is.objective < was.objective)],
    ),
    ...come.map((each) => one(each.title, `is promised anew: ${promise(each)}`, false)),
  ];
};

const recorded = (subject: string, text: string, isWorse: boolean): One => ({
  ...{ kind: 'recorded', subject, text, isWorse },
  ...{ severity: '', details: [] },
});

/** In what recorded series differ. */
export const recordFindings = (
  before: readonly RecordMeant[],
  after: readonly RecordMeant[],
): readonly One[] => {
  const { both, gone, come } = paired(before, after, ({ name }) => name);
  return [
    ...gone.map(({ name }) => recorded(name, 'is no longer recorded: what reads it finds nothing', true)),
    ...both
      .filter(([was, is]) => was.expr !== is.expr)
      .map(([, { name }]) =>
        recorded(name, 'is recorded of something else; what was stored stays as it was', false),
      ),
    ...come.map(({ name }) => recorded(name, 'is recorded anew: what reads it looks back on nothing', false)),
  ];
};
