import DOMPurify from 'dompurify';
import { marked } from 'marked';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';

/** Links that lead away open beside the page. */
DOMPurify.addHook('afterSanitizeAttributes', (element) => {
  if (!(element instanceof HTMLAnchorElement) || element.getAttribute('href')?.startsWith('#')) return;
  element.setAttribute('target', '_blank');
  element.setAttribute('rel', 'noopener');
});

/** HTML of somebody else without what could run in it. */
export const harmless = (html: string): string => DOMPurify.sanitize(html);

/** A text in Markdown. What could run in it is left out. */
export const Markdown = ({ text, kind = '' }: { readonly text: string; readonly kind?: string }): VNode => {
  const html = useMemo(
    () => harmless(marked.parse(text, { async: false, gfm: true, breaks: false })),
    [text],
  );
  return <div class={`markdown ${kind}`} dangerouslySetInnerHTML={{ __html: html }} />;
};
