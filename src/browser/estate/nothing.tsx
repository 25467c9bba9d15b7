import type { VNode } from 'preact';
import { useFaults } from '#browser/frame/faults.js';
import { useWords } from '#browser/frame/language.js';
import { Page } from '#browser/frame/page.js';
import { homeHref } from '#browser/frame/route.js';
import { estateWords } from './words.js';

/** What is shown where nothing is: while it is waited for, and where an address leads nowhere. */
export const NothingPage = ({
  what,
  isLoading = false,
}: {
  readonly what?: string;
  readonly isLoading?: boolean;
}): VNode => {
  const say = useWords(estateWords);
  useFaults('', what === undefined ? [] : [`${say('nothing')}: ${what}`]);
  return (
    <Page title="Cheomseong" crumbs={[{ text: say('estate'), href: homeHref }]} isLoading={isLoading}>
      <p>{what === undefined ? say('loading') : `${say('nothing')}: ${what}`}</p>
    </Page>
  );
};
