import type { VNode } from 'preact';
import { type Language, useLanguage, useWords } from '#browser/frame/language.js';
import type { AlertState, Rehearsal } from '#browser/wire/rehearsal.js';
import { type Passed, courseOf } from './course.js';
import { useNow } from './now.js';
import { span } from './span.js';
import { why } from './why.js';
import { rehearsalWords, stageWords } from './words.js';
import './track.css';

/** How long a step took; of the one in which an alert waits for its `for`, how long it still has to. */
const taken = (
  { step, state, seconds }: Passed,
  { forSeconds }: AlertState,
  left: string,
  language: Language,
): string => {
  if (seconds === undefined) return '';
  if (step === 'pending' && state === 'now' && forSeconds > 0)
    return `${span(Math.ceil(Math.max(forSeconds - seconds, 0)), language)} ${left}`;
  return span(state === 'now' ? Math.floor(seconds) : seconds, language);
};

/** How far an alert has come, from its condition to the message that all is well, and how long each step took. */
export const Track = ({
  alert,
  rehearsal,
}: {
  readonly alert: AlertState;
  readonly rehearsal: Pick<Rehearsal, 'happened' | 'silences'>;
}): VNode => {
  const say = useWords(rehearsalWords);
  const name = useWords(stageWords);
  const language = useLanguage();
  const isMoving = alert.stage !== 'inactive' && alert.stage !== 'resolved';
  const passed = courseOf(alert, rehearsal.happened, useNow(isMoving));
  const isWithheld = passed.some(({ state }) => state === 'withheld');
  return (
    <div class="track">
      <ol>
        {passed.map((each) => (
          <li
            key={each.step}
            class={`${each.step} ${each.state}`}
            {...(each.state === 'now' && { 'aria-current': 'step' as const })}
          >
            <span class="track-name">{name(each.step)}</span>
            <span class="track-time">{taken(each, alert, say('left'), language)}</span>
          </li>
        ))}
      </ol>
      {isWithheld && (
        <p class="track-withheld">
          <strong>{name(alert.stage)}</strong> {why(alert, rehearsal, language)}
        </p>
      )}
    </div>
  );
};
