import type { VNode } from 'preact';
import { type Drawing, clock } from './drawn.js';
import { followed } from './inline.js';
import { Inlines, Link } from './inlines.js';
import { discordMarkdown } from './markdown.js';
import { list, number, text } from './read.js';

const Marked = ({ of }: { readonly of: string }): VNode => <Inlines of={discordMarkdown(of.trimEnd())} />;

const Embed = ({ embed }: { readonly embed: unknown }): VNode => {
  const colour = number(embed, 'color') ?? 0x20_22_25;
  const title = text(embed, 'title');
  const to = followed(text(embed, 'url'));
  const footer = text(embed, 'footer', 'text');
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
        <Marked of={text(embed, 'description')} />
      </p>
      {list(embed, 'fields').map((field, i) => (
        <p key={i}>
          <strong>{text(field, 'name')}</strong>
          <br />
          <Marked of={text(field, 'value')} />
        </p>
      ))}
      {footer !== '' && <p class="faint">{footer}</p>}
    </div>
  );
};

/** What a webhook says in a channel of Discord. */
export const Discord: Drawing = ({ message, language }) => {
  const { body, at } = message;
  const who = text(body, 'username') || 'Alertmanager';
  const content = text(body, 'content');
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
        {list(body, 'embeds').map((embed, i) => (
          <Embed key={i} embed={embed} />
        ))}
      </div>
    </div>
  );
};
