import { isTrueAt, textAt, textsAt, listAt } from '#browser/frame/read.js';

/** A link of a dashboard or of a panel, before its variables are filled in. */
export interface LinkModel {
  readonly title: string;
  readonly url: string;
  readonly tooltip: string;
  readonly isBeside: boolean;
  readonly keepsTime: boolean;
  readonly keepsVariables: boolean;
}

/** Links of one address each. */
export const readLinks = (given: unknown): readonly LinkModel[] =>
  listAt(given).flatMap((link) => {
    const url = textAt(link, 'url');
    if (!url) return [];
    return [
      {
        title: textAt(link, 'title') ?? url,
        url,
        tooltip: textAt(link, 'tooltip') ?? '',
        isBeside: isTrueAt(link, 'targetBlank'),
        keepsTime: isTrueAt(link, 'keepTime'),
        keepsVariables: isTrueAt(link, 'includeVars'),
      },
    ];
  });

/** A link to all dashboards that have these tags, wherever they are. */
export interface TaggedLink extends Omit<LinkModel, 'title' | 'url'> {
  readonly tags: readonly string[];
}

export const readTaggedLinks = (given: unknown): readonly TaggedLink[] =>
  listAt(given)
    .filter((link) => textAt(link, 'type') === 'dashboards')
    .map((link) => ({
      tags: textsAt(link, 'tags'),
      tooltip: textAt(link, 'tooltip') ?? '',
      isBeside: isTrueAt(link, 'targetBlank'),
      keepsTime: isTrueAt(link, 'keepTime'),
      keepsVariables: isTrueAt(link, 'includeVars'),
    }));

/** A dashboard that may be led to. */
interface Tagged {
  readonly uid: string;
  readonly title: string;
  readonly tags: readonly string[];
}

/** Such a link as one to each of these dashboards that has its tags, but for the one on which it stands. */
export const linksByTags = (
  links: readonly TaggedLink[],
  all: readonly Tagged[],
  here: string,
): readonly LinkModel[] =>
  links.flatMap(({ tags, ...link }) =>
    all
      .filter((each) => each.uid !== here && tags.every((tag) => each.tags.includes(tag)))
      .map(({ uid, title }) => ({ ...link, title, url: `/d/${uid}` })),
  );
