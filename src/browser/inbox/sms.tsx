import { type Drawing, clock } from './drawn.js';
import { writtenAt } from '#browser/frame/read.js';
import { smsParts } from './sms-parts.js';
import { words } from './words.js';

/** Text messages on a phone, as many as the text takes. */
export const Sms: Drawing = ({ message, language }) => {
  const { body, at, to } = message;
  const said = words[language];
  const written = [writtenAt(body, 'subject'), writtenAt(body, 'text')]
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .join('\n');
  const { parts, encoding } = smsParts(written);
  return (
    <div class="phone">
      <p class="phone-who faint">
        <span>{to}</span>
        <time>{clock(at, language)}</time>
      </p>
      {parts.map((part, i) => (
        <p key={i} class="bubble as-written">
          {part}
          {parts.length > 1 && (
            <span class="bubble-part">
              {i + 1}/{parts.length}
            </span>
          )}
        </p>
      ))}
      <p class="faint phone-count">{said.parts(parts.length, encoding)}</p>
    </div>
  );
};
