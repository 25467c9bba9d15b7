import type { Dashboard } from './dashboard.js';

/** What a text says, whatever its case and what stands between its words. */
const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, ' ');

/**
 * What a dashboard is called where those of all applications stand: `오점너: API Performance`; as it is where it names its application already, or
 * where others drew it.
 */
export const shownTitle = ({
  title,
  application,
  applicationTitle,
}: Pick<Dashboard, 'title' | 'application' | 'applicationTitle'>): string => {
  if (applicationTitle === undefined) return title;
  const isNamed = [application, applicationTitle].some((name) => plain(title).includes(plain(name)));
  return isNamed ? title : `${applicationTitle}: ${title}`;
};

/** By what it is found: the name of its application, and what it says itself; of one that others drew only that. */
export const shownTags = ({
  application,
  applicationTitle,
  tags,
}: Pick<Dashboard, 'application' | 'applicationTitle' | 'tags'>): readonly string[] =>
  applicationTitle === undefined ? tags : [...new Set([application, ...tags])];
