import type { VNode } from 'preact';
import { Details } from './details.js';
import { type Drawing, clock } from './drawn.js';
import { followed } from './inline.js';
import { Link } from './inlines.js';
import { listAt, pairsAt, writtenAt } from '#browser/frame/read.js';
import { words } from './words.js';

const ContextLink = ({ link }: { readonly link: unknown }): VNode => {
  const to = followed(writtenAt(link, 'href'));
  const shown = writtenAt(link, 'text') || writtenAt(link, 'href');
  return <li>{to === undefined ? shown : <Link to={to}>{shown}</Link>}</li>;
};

/** What somebody on call gets: the push on a locked phone, then the incident's row and what stands in it. */
export const PagerDuty: Drawing = ({ message, language }) => {
  const { body, at, to } = message;
  const said = words[language];
  const event = writtenAt(body, 'event_action');
  const isResolved = event === 'resolve';
  const status = isResolved ? said.resolved : event === 'acknowledge' ? said.acknowledged : said.triggered;
  const severity = writtenAt(body, 'payload', 'severity');
  const isHigh = severity === 'critical' || severity === 'error';
  const summary = writtenAt(body, 'payload', 'summary') || message.alerts.join(', ');
  const links = listAt(body, 'links');
  const state = isResolved ? 'is-resolved' : isHigh ? 'is-high' : 'is-low';
  return (
    <div class={`pagerduty ${state}`}>
      <figure class="push">
        <figcaption>{said.push}</figcaption>
        <div class="push-bubble">
          <span class="push-app" aria-hidden="true">
            P
          </span>
          <div>
            <p class="push-who">
              <strong>PagerDuty</strong>
              <span>{said.now}</span>
            </p>
            <p class="push-text">
              {status}: {summary}
            </p>
          </div>
        </div>
      </figure>
      <div class="incident">
        <p class="incident-row">
          <span class="incident-status">{status}</span>
          <span class="incident-urgency">{`${said.urgency}: ${isHigh ? said.high : said.low}`}</span>
          <time class="faint">{clock(at, language)}</time>
        </p>
        <p class="incident-title">{summary}</p>
        <Details
          of={[
            ['severity', severity],
            ['component', writtenAt(body, 'payload', 'component')],
            ['source', writtenAt(body, 'payload', 'source') || to],
            ...pairsAt(body, 'payload', 'custom_details'),
          ]}
        />
        {links.length > 0 && (
          <ul class="links" aria-label={said.links}>
            {links.map((link, i) => (
              <ContextLink key={i} link={link} />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
};
