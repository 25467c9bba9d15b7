import type { VNode } from 'preact';
import { Icon } from '#browser/frame/icon.js';
import type { LinkShown } from './link.js';

/** A link; without an address only its title, and why. */
export const Link = ({ link, note }: { readonly link: LinkShown; readonly note: string }): VNode => {
  const { title, tooltip, href, isBeside } = link;
  if (href === undefined)
    return (
      <span class="link-away" title={note}>
        <Icon name="outside" size={14} /> {title}
      </span>
    );
  const beside = isBeside || /^https?:/.test(href) ? { target: '_blank', rel: 'noopener' } : {};
  return (
    <a href={href} title={tooltip || title} {...beside}>
      <Icon name="outside" size={14} /> {title}
    </a>
  );
};
