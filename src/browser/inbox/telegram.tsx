import { type Drawing, clock } from './drawn.js';
import { Inlines } from './inlines.js';
import { writtenAt } from '#browser/frame/read.js';
import { telegramHtml } from './telegram-html.js';

/** What a bot says in a chat. */
export const Telegram: Drawing = ({ message, language }) => {
  const { body, at } = message;
  const written = writtenAt(body, 'text').trimEnd();
  const isHtml = writtenAt(body, 'parse_mode').toUpperCase() === 'HTML';
  return (
    <div class="telegram">
      <div class="telegram-bubble">
        <p class="telegram-who">Alertmanager</p>
        <p class="as-written">{isHtml ? <Inlines of={telegramHtml(written)} /> : written}</p>
        <time class="faint">{clock(at, language)}</time>
      </div>
    </div>
  );
};
