import type { VNode } from 'preact';
import { useLanguage, useWords } from '#browser/frame/language.js';
import type { AlertState, Rehearsal } from '#browser/wire/rehearsal.js';
import { coached } from './coach.js';
import { press } from './faults.js';
import { span, spoken } from './span.js';
import { rehearsalWords } from './words.js';
import './coaching.css';

/** What is going on and what to do next; a screen reader says it at each change. */
export const Coaching = ({
  rehearsal,
  alert,
}: {
  readonly rehearsal: Rehearsal;
  readonly alert: AlertState | undefined;
}): VNode => {
  const say = useWords(rehearsalWords);
  const language = useLanguage();
  const here = alert && rehearsal.pace > 1 ? ` (${say('here')} ${span(alert.forSeconds, language)})` : '';
  const {
    text,
    tone,
    press: next,
  } = coached(rehearsal, `${spoken(alert?.for ?? '', language)}${here}`, language);
  return (
    <div class={`coaching ${tone}`}>
      <p role="status">{text}</p>
      {next && (
        <button type="button" class="primary" onClick={() => void press(next)}>
          {say(next.isOn ? 'mendIt' : 'pressFirst')}: {next.words}
        </button>
      )}
    </div>
  );
};
