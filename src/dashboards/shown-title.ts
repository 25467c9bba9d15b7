import type { Dashboard } from './dashboard.js';
import { isAsDrawn } from './strip/strip.js';

/** What a text says, whatever its case and what stands between its words. */
const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, ' ');

/**
 * What a dashboard is called where those of all applications stand: `오점너: API Performance`. One that names its application already is called as
 * it is, and so is one that others drew.
 */
export const shownTitle = ({
  title,
  application,
  applicationTitle,
  panels,
}: Pick<Dashboard, 'title' | 'application' | 'applicationTitle' | 'panels'>): string => {
  if (applicationTitle === undefined || isAsDrawn(panels)) return title;
  const isNamed = [application, applicationTitle].some((name) => plain(title).includes(plain(name)));
  return isNamed ? title : `${applicationTitle}: ${title}`;
};

/** By what it is found: the name of its application, and what it says itself; of one that others drew only that. */
export const shownTags = ({
  application,
  tags,
  panels,
}: Pick<Dashboard, 'application' | 'tags' | 'panels'>): readonly string[] =>
  isAsDrawn(panels) ? tags : [...new Set([application, ...tags])];
