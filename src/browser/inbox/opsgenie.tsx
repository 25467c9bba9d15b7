import { Details, Plain } from './details.js';
import { type Drawing, clock } from './drawn.js';
import { pairsAt, writtenAt } from '#browser/frame/read.js';
import { words } from './words.js';

/** An alert of Opsgenie; of one that is resolved Alertmanager says no more than that it is to be closed. */
export const Opsgenie: Drawing = ({ message, language }) => {
  const { body, at, isResolved, alerts } = message;
  const said = words[language];
  const title = writtenAt(body, 'message') || alerts.join(', ');
  const description = writtenAt(body, 'description');
  const priority = writtenAt(body, 'priority');
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
          ['entity', writtenAt(body, 'entity')],
          ['source', writtenAt(body, 'source')],
          ['tags', writtenAt(body, 'tags')],
          ...pairsAt(body, 'details'),
        ]}
      />
    </div>
  );
};
