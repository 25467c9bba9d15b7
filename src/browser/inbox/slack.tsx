import type { VNode } from 'preact';
import { type Drawing, clock } from './drawn.js';
import { followed } from './inline.js';
import { Inlines, Link } from './inlines.js';
import { mrkdwn } from './mrkdwn.js';
import { listAt, writtenAt } from '#browser/frame/read.js';

/** What Slack makes of a colour that it knows by name, https://docs.slack.dev/messaging/formatting-message-text/#attachments. */
const colours: Readonly<Record<string, string>> = { good: '#2eb67d', warning: '#daa038', danger: '#e01e5a' };

const colour = (name: string): string => {
  const known = colours[name];
  if (known !== undefined) return known;
  return /^#?[\da-f]{6}$/i.test(name) ? `#${name.replace('#', '')}` : 'currentColor';
};

const Marked = ({ of }: { readonly of: string }): VNode => <Inlines of={mrkdwn(of.trimEnd())} />;

const Field = ({ field }: { readonly field: unknown }): VNode => (
  <div>
    <dt>
      <Marked of={writtenAt(field, 'title')} />
    </dt>
    <dd>
      <Marked of={writtenAt(field, 'value')} />
    </dd>
  </div>
);

const Action = ({ action }: { readonly action: unknown }): VNode => {
  const to = followed(writtenAt(action, 'url'));
  const shown = writtenAt(action, 'text');
  const look = `slack-action ${writtenAt(action, 'style')}`;
  return to === undefined ? (
    <span class={look}>{shown}</span>
  ) : (
    <Link class={look} to={to}>
      {shown}
    </Link>
  );
};

const Attachment = ({ attachment }: { readonly attachment: unknown }): VNode => {
  const title = writtenAt(attachment, 'title');
  const to = followed(writtenAt(attachment, 'title_link'));
  const fields = listAt(attachment, 'fields');
  const actions = listAt(attachment, 'actions');
  const footer = writtenAt(attachment, 'footer');
  return (
    <div class="slack-attachment" style={{ borderColor: colour(writtenAt(attachment, 'color')) }}>
      {writtenAt(attachment, 'pretext') !== '' && (
        <p>
          <Marked of={writtenAt(attachment, 'pretext')} />
        </p>
      )}
      {title !== '' && <p class="slack-title">{to === undefined ? title : <Link to={to}>{title}</Link>}</p>}
      <p class="as-written">
        <Marked of={writtenAt(attachment, 'text')} />
      </p>
      {fields.length > 0 && (
        <dl class="slack-fields">
          {fields.map((field, i) => (
            <Field key={i} field={field} />
          ))}
        </dl>
      )}
      {actions.length > 0 && (
        <p class="slack-actions">
          {actions.map((action, i) => (
            <Action key={i} action={action} />
          ))}
        </p>
      )}
      {footer !== '' && <p class="faint">{footer}</p>}
    </div>
  );
};

/** A message in a channel: by an app, with a bar in the colour of its attachment. */
export const Slack: Drawing = ({ message, language }) => {
  const { body, at } = message;
  const written = writtenAt(body, 'text');
  return (
    <div class="slack">
      <span class="slack-face" aria-hidden="true">
        {(writtenAt(body, 'username') || 'A').slice(0, 1)}
      </span>
      <div class="slack-said">
        <p class="slack-who">
          <strong>{writtenAt(body, 'username') || 'Alertmanager'}</strong>
          <span class="slack-app">APP</span>
          <time class="faint">{clock(at, language)}</time>
        </p>
        {written !== '' && (
          <p class="as-written">
            <Marked of={written} />
          </p>
        )}
        {listAt(body, 'attachments').map((attachment, i) => (
          <Attachment key={i} attachment={attachment} />
        ))}
      </div>
    </div>
  );
};
