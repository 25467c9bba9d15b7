import { Details, Plain } from './details.js';
import { type Drawing, clock } from './drawn.js';
import { pairs, text } from './read.js';
import { words } from './words.js';

/** An alert of Opsgenie; of one that is resolved Alertmanager says no more than that it is to be closed. */
export const Opsgenie: Drawing = ({ message, language }) => {
  const { body, at, isResolved, alerts } = message;
  const said = words[language];
  const title = text(body, 'message') || alerts.join(', ');
  const description = text(body, 'description');
  const priority = text(body, 'priority');
  return (
    <div class={`opsgenie ${isResolved ? 'is-resolved' : ''}`}>
      <p class="opsgenie-row">
        {priority !== '' && <span class={`priority ${priority.toLowerCase()}`}>{priority}</span>}
        <span class="opsgenie-state">{isResolved ? said.closed : said.open}</span>
        <time class="faint">{clock(at, language)}</time>
      </p>
      <p class="opsgenie-title">{title}</p>
      {description === '' ? (
        isResolved && <p class="faint">{said.closesWithout}</p>
      ) : (
        <p class="as-written">
          <Plain of={description} />
        </p>
      )}
      <Details
        of={[
          ['entity', text(body, 'entity')],
          ['source', text(body, 'source')],
          ['tags', text(body, 'tags')],
          ...pairs(body, 'details'),
        ]}
      />
    </div>
  );
};
