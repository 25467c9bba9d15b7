import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useLanguage, useWords } from '#browser/frame/language.js';
import { second } from '#browser/inbox/drawn.js';
import type { Rehearsal } from '#browser/wire/rehearsal.js';
import { ask } from './server.js';
import { span } from './span.js';
import { rehearsalWords } from './words.js';

/** Minutes of life for which somebody silences an alert. */
const lengths = [10, 30, 120] as const;

/** Silences an alert for a while, or wakes it. */
export const Silence = ({
  alert,
  rehearsal: { silences, pace },
}: {
  readonly alert: string;
  readonly rehearsal: Rehearsal;
}): VNode => {
  const say = useWords(rehearsalWords);
  const language = useLanguage();
  const [minutes, setMinutes] = useState<number>(lengths[1]);
  const own = silences.filter((each) => each.alert === alert);
  return (
    <div class="silence">
      {own.map(({ id, until }) => (
        <span key={id} class="silence-own">
          {say('silenced')} <strong>{second(until)}</strong>
          <button type="button" onClick={() => void ask.wake(id)}>
            {say('wake')}
          </button>
        </span>
      ))}
      {own.length === 0 && (
        <>
          <select
            aria-label={say('silenceFor')}
            value={minutes}
            onChange={({ currentTarget }) => setMinutes(Number(currentTarget.value))}
          >
            {lengths.map((each) => (
              <option key={each} value={each}>
                {span(each * 60, language)}
                {pace > 1 && ` (${say('here')} ${span((each * 60) / pace, language)})`}
              </option>
            ))}
          </select>
          <button type="button" onClick={() => void ask.silence(alert, minutes)}>
            {say('silence')}
          </button>
        </>
      )}
    </div>
  );
};
