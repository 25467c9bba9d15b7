import { isTrueAt, textAt, listAt } from '#browser/frame/read.js';

/** A link of a dashboard or of a panel, before its variables are filled in. */
export interface LinkModel {
  readonly title: string;
  readonly url: string;
  readonly tooltip: string;
  readonly isBeside: boolean;
  readonly keepsTime: boolean;
  readonly keepsVariables: boolean;
}

/** Links that have an address; a list of dashboards by tags has none, and Grafana alone knows them. */
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
