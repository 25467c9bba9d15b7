import { Fragment, type VNode } from 'preact';
import type { Inline } from './inline.js';

const signs: Readonly<Record<string, string>> = { '🔴': 'red', '🟡': 'yellow', '✅': 'done' };

/** Text in which the signs of our messages are drawn: services draw them too, whatever fonts somebody has. */
const Signs = ({ text }: { readonly text: string }): VNode => (
  <>
    {text.split(/([🔴🟡✅])/u).map((piece, i) => {
      const sign = signs[piece];
      return sign === undefined ? (
        piece
      ) : (
        <span key={i} class={`sign ${sign}`}>
          {piece}
        </span>
      );
    })}
  </>
);

const one = (inline: Inline, key: number): VNode => {
  switch (inline.kind) {
    case 'text':
      return (
        <Fragment key={key}>
          <Signs text={inline.text} />
        </Fragment>
      );
    case 'code':
      return <code key={key}>{inline.text}</code>;
    case 'block':
      return <pre key={key}>{inline.text}</pre>;
    case 'mention':
      return (
        <span key={key} class="mention">
          {inline.text}
        </span>
      );
    case 'strong':
      return (
        <strong key={key}>
          <Inlines of={inline.inside} />
        </strong>
      );
    case 'emphasis':
      return (
        <em key={key}>
          <Inlines of={inline.inside} />
        </em>
      );
    case 'struck':
      return (
        <s key={key}>
          <Inlines of={inline.inside} />
        </s>
      );
    case 'underlined':
      return (
        <u key={key}>
          <Inlines of={inline.inside} />
        </u>
      );
    case 'link':
      return (
        <Link key={key} to={inline.to}>
          <Inlines of={inline.inside} />
        </Link>
      );
  }
};

/** A text as a service shows it; its lines end where they do. */
export const Inlines = ({ of }: { readonly of: readonly Inline[] }): VNode => <>{of.map(one)}</>;

/** A link out of the page, which tells nobody whence. */
export const Link = ({
  to,
  children,
  class: name,
}: {
  readonly to: string;
  readonly children: preact.ComponentChildren;
  readonly class?: string;
}): VNode => (
  <a href={to} target="_blank" rel="noreferrer noopener" {...(name !== undefined && { class: name })}>
    {children}
  </a>
);
