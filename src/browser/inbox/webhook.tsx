import type { Drawing } from './drawn.js';
import { listAt } from '#browser/frame/read.js';
import { words } from './words.js';

/** What a program is told, which shows it as it will. */
export const Webhook: Drawing = ({ message, language }) => (
  <div class="webhook">
    <p class="faint">
      POST · application/json · {words[language].alertsOf(listAt(message.body, 'alerts').length)}
    </p>
    <pre tabIndex={0}>{JSON.stringify(message.body, null, 2)}</pre>
  </div>
);
