import type { LinkModel } from '#browser/dashboard/model/link.js';
import { variableParameters } from '#browser/dashboard/variable/parameters.js';
import type { Known } from '#browser/dashboard/variable/interpolate.js';
import { replacing } from '#browser/dashboard/query/replaced.js';
import { hrefHere } from '#browser/dashboard/query/href.js';

/** A link as it is shown; it has no address where only Grafana has what it leads to. */
export interface LinkShown {
  readonly title: string;
  readonly tooltip: string;
  readonly href?: string;
  readonly isBeside: boolean;
}

/** What an address says of the page: its range of time and its variables. */
export const addressParts = (range: { readonly from: string; readonly to: string }, chosen: Known) => ({
  __url_time_range: new URLSearchParams({ from: range.from, to: range.to }).toString(),
  __all_variables: variableParameters(chosen),
});

export const linkShown = (
  link: LinkModel,
  known: Known,
  address: ReturnType<typeof addressParts>,
): LinkShown => {
  const filled = replacing(known, address);
  const kept = [
    ...(link.keepsTime ? [address.__url_time_range] : []),
    ...(link.keepsVariables ? [address.__all_variables] : []),
  ].filter(Boolean);
  const url = filled(link.url, undefined, 'uriencode');
  const href = hrefHere(kept.length === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}${kept.join('&')}`);
  return {
    title: filled(link.title),
    tooltip: filled(link.tooltip),
    isBeside: link.isBeside,
    ...(href !== undefined && { href }),
  };
};
