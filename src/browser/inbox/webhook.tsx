import type { Drawing } from './drawn.js';
import { list } from './read.js';
import { words } from './words.js';

/** What a program is told, which shows it as it will. */
export const Webhook: Drawing = ({ message, language }) => (
  <div class="webhook">
    <p class="faint">
      POST · application/json · {words[language].alertsOf(list(message.body, 'alerts').length)}
    </p>
    <pre tabIndex={0}>{JSON.stringify(message.body, null, 2)}</pre>
  </div>
);
