import type { ComponentChildren, VNode } from 'preact';

/** A part of a page under its heading. */
export const Section = ({
  title,
  count,
  note,
  children,
}: {
  readonly title: string;
  readonly count?: number;
  readonly note?: string;
  readonly children: ComponentChildren;
}): VNode => (
  <section class="part">
    <h2>
      {title}
      {count !== undefined && <span class="count">{count}</span>}
      {note !== undefined && <span class="faint">{note}</span>}
    </h2>
    {children}
  </section>
);
