import type { LinkModel } from './model.js';

/** A link at the top of a dashboard or in the corner of a panel. */
export interface Link {
  readonly title: string;
  /** An address; variables may stand in it. */
  readonly url: string;
}

/** Opens beside the dashboard, which stays where it is. */
export const linkModel = ({ title, url }: Link): LinkModel => ({
  type: 'link',
  title,
  url,
  icon: 'external link',
  tooltip: '',
  tags: [],
  asDropdown: false,
  targetBlank: true,
  includeVars: false,
  keepTime: false,
});

/** Leads to every dashboard of an application, over the same time and with the same choice: they are found by its name, which is a tag of each. */
export const siblingsModel = (application: string, title: string): LinkModel => ({
  type: 'dashboards',
  title,
  icon: 'external link',
  tooltip: '',
  tags: [application],
  asDropdown: true,
  targetBlank: false,
  includeVars: true,
  keepTime: true,
});
