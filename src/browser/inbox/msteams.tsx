import type { VNode } from 'preact';
import { type Drawing, clock } from './drawn.js';
import { followed } from './inline.js';
import { Inlines, Link } from './inlines.js';
import { cardMarkdown } from './markdown.js';
import { listAt, writtenAt } from '#browser/frame/read.js';

const look = (element: unknown): string =>
  ['weight', 'size', 'color', 'style']
    .map((field) => writtenAt(element, field).toLowerCase())
    .map((value, i) => (value === '' ? '' : `${['weight', 'size', 'colour', 'style'][i]}-${value}`))
    .join(' ');

/** What a card is made of, as far as Alertmanager writes cards, https://adaptivecards.microsoft.com. */
const Element = ({ element }: { readonly element: unknown }): VNode | null => {
  switch (writtenAt(element, 'type')) {
    case 'TextBlock':
      return (
        <div class={`card-text ${look(element)}`}>
          {cardMarkdown(writtenAt(element, 'text')).map((paragraph, i) => (
            <p key={i}>
              <Inlines of={paragraph} />
            </p>
          ))}
        </div>
      );
    case 'FactSet':
      return (
        <dl class="details">
          {listAt(element, 'facts').map((fact, i) => (
            <div key={i}>
              <dt>{writtenAt(fact, 'title')}</dt>
              <dd>{writtenAt(fact, 'value')}</dd>
            </div>
          ))}
        </dl>
      );
    case 'Container':
      return <Elements of={listAt(element, 'items')} />;
    case 'ActionSet':
      return <Actions of={listAt(element, 'actions')} />;
    default:
      return null;
  }
};

const Elements = ({ of }: { readonly of: readonly unknown[] }): VNode => (
  <>
    {of.map((element, i) => (
      <Element key={i} element={element} />
    ))}
  </>
);

const Actions = ({ of }: { readonly of: readonly unknown[] }): VNode | null =>
  of.length === 0 ? null : (
    <p class="card-actions">
      {of.map((action, i) => {
        const to = followed(writtenAt(action, 'url'));
        const shown = writtenAt(action, 'title');
        return to === undefined ? (
          <span key={i}>{shown}</span>
        ) : (
          <Link key={i} to={to}>
            {shown}
          </Link>
        );
      })}
    </p>
  );

/** A card in a channel, which a workflow posted. */
export const MSTeams: Drawing = ({ message, language }) => {
  const { body, at } = message;
  return (
    <div class="teams">
      <p class="teams-who">
        <span class="teams-face" aria-hidden="true">
          W
        </span>
        <strong>Workflows</strong>
        <time class="faint">{clock(at, language)}</time>
      </p>
      {listAt(body, 'attachments').map((attachment, i) => (
        <div key={i} class="card">
          <Elements of={listAt(attachment, 'content', 'body')} />
          <Actions of={listAt(attachment, 'content', 'actions')} />
        </div>
      ))}
    </div>
  );
};
