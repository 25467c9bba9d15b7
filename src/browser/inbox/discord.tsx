import type { VNode } from 'preact';
import { type Drawing, clock } from './drawn.js';
import { followed } from './inline.js';
import { Inlines, Link } from './inlines.js';
import { discordMarkdown } from './markdown.js';
import { listAt, numberAt, writtenAt } from '#browser/frame/read.js';

const Marked = ({ of }: { readonly of: string }): VNode => <Inlines of={discordMarkdown(of.trimEnd())} />;

const Embed = ({ embed }: { readonly embed: unknown }): VNode => {
  const colour = numberAt(embed, 'color') ?? 0x20_22_25;
  const title = writtenAt(embed, 'title');
  const to = followed(writtenAt(embed, 'url'));
  const footer = writtenAt(embed, 'footer', 'text');
  return (
    <div class="embed" style={{ borderColor: `#${colour.toString(16).padStart(6, '0')}` }}>
      {title !== '' && (
        <p class="embed-title">
          {to === undefined ? (
            <Marked of={title} />
          ) : (
            <Link to={to}>
              <Marked of={title} />
            </Link>
          )}
        </p>
      )}
      <p class="as-written">
        <Marked of={writtenAt(embed, 'description')} />
      </p>
      {listAt(embed, 'fields').map((field, i) => (
        <p key={i}>
          <strong>{writtenAt(field, 'name')}</strong>
          <br />
          <Marked of={writtenAt(field, 'value')} />
        </p>
      ))}
      {footer !== '' && <p class="faint">{footer}</p>}
    </div>
  );
};

/** What a webhook says in a channel of Discord. */
export const Discord: Drawing = ({ message, language }) => {
  const { body, at } = message;
  const who = writtenAt(body, 'username') || 'Alertmanager';
  const content = writtenAt(body, 'content');
  return (
    <div class="discord">
      <span class="discord-face" aria-hidden="true">
        {who.slice(0, 1)}
      </span>
      <div class="discord-said">
        <p class="discord-who">
          <strong>{who}</strong>
          <span class="discord-app">APP</span>
          <time class="faint">{clock(at, language)}</time>
        </p>
        {content !== '' && (
          <p class="as-written">
            <Marked of={content} />
          </p>
        )}
        {listAt(body, 'embeds').map((embed, i) => (
          <Embed key={i} embed={embed} />
        ))}
      </div>
    </div>
  );
};
