import { dashboardHref } from '#browser/frame/route.js';

/**
 * Where an address of Grafana leads on this page: a dashboard to a dashboard, another site to itself, all else nowhere.
 *
 * @param origin of the page, beside which a relative address is Grafana's; a path of another site is no dashboard, whatever it is called.
 */
export const hrefHere = (url: string, origin: string = location.origin): string | undefined => {
  const path = url.startsWith(`${origin}/`) ? url.slice(origin.length) : url;
  const dashboard = /^\/d\/([^/?#]+)[^?#]*(?:\?([^#]*))?/.exec(path);
  if (dashboard) return dashboardHref(dashboard[1] ?? '', new URLSearchParams(dashboard[2] ?? ''));
  return /^(https?:\/\/|mailto:|#)/.test(url) ? url : undefined;
};
