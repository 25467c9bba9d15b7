import type { VNode } from 'preact';
import { useFaults } from '#browser/frame/faults.js';
import { useLanguage, useWords } from '#browser/frame/language.js';
import { useLoading } from '#browser/frame/ready.js';
import type { ObjectiveShown } from '#browser/wire/preview.js';
import { useMeasured } from './measured.js';
import { share } from './time.js';
import { estateWords } from './words.js';

/** An objective, with what is left of its error budget now. */
const Objective = ({
  objective: { title, objective, window, budgetLeft },
  now,
}: {
  readonly objective: ObjectiveShown;
  readonly now: number | undefined;
}): VNode => {
  const say = useWords(estateWords);
  const language = useLanguage();
  const { samples, fault } = useMeasured(budgetLeft, now);
  const isLoading = samples === undefined && fault === undefined;
  const left = samples?.[0]?.value;
  useLoading(isLoading);
  useFaults(title[language], isLoading || left !== undefined ? [] : [fault ?? say('unknown')]);
  const level = left === undefined ? '' : left < 0 ? 'spent' : left < 0.25 ? 'low' : 'well';
  return (
    <li class="card">
      <h3>{title[language]}</h3>
      <p>
        {share(objective, language)} · {window[language]}
      </p>
      <p class={`budget ${level}`}>{left === undefined ? '–' : share(left, language, 1)}</p>
      <meter min={0} max={1} value={Math.max(0, left ?? 0)} aria-label={say('budgetLeft')} class={level} />
      <p class="faint">{say('budgetLeft')}</p>
    </li>
  );
};

/** The objectives of an application. */
export const Objectives = ({
  objectives,
  now,
}: {
  readonly objectives: readonly ObjectiveShown[];
  readonly now: number | undefined;
}): VNode => (
  <ul class="cards">
    {objectives.map((each) => (
      <Objective key={each.name} objective={each} now={now} />
    ))}
  </ul>
);
