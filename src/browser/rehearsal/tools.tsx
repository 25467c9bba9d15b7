import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useWords } from '#browser/frame/language.js';
import type { Rehearsal } from '#browser/wire/rehearsal.js';
import { ask } from './server.js';
import { rehearsalWords } from './words.js';
import './tools.css';

/** As fast as a rehearsal goes unless told otherwise. */
const usual = 60;

/** Which application, and how fast everything goes. */
export const Tools = ({
  rehearsal: { application, applications, pace },
}: {
  readonly rehearsal: Rehearsal;
}): VNode => {
  const say = useWords(rehearsalWords);
  const [fast, setFast] = useState(pace > 1 ? pace : usual);
  if (pace > 1 && pace !== fast) setFast(pace);
  return (
    <>
      {applications.length > 1 && (
        <select
          aria-label={say('application')}
          value={application}
          onChange={({ currentTarget }) => void ask.application(currentTarget.value)}
        >
          {applications.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
      <div class="pace" role="group" aria-label={say('pace')}>
        <button type="button" aria-pressed={pace > 1} onClick={() => void ask.pace(fast)}>
          {fast}
          {say('faster')}
        </button>
        <button type="button" aria-pressed={pace === 1} onClick={() => void ask.pace(1)}>
          {say('asInLife')}
        </button>
      </div>
    </>
  );
};
