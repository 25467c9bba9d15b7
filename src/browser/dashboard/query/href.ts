import { dashboardHref } from '#browser/frame/route.js';

/** Where an address of Grafana leads on this page: a dashboard to a dashboard, another site to itself, all else nowhere. */
export const hrefHere = (url: string): string | undefined => {
  const dashboard = /^(?:https?:\/\/[^/]+)?\/d\/([^/?#]+)[^?#]*(?:\?([^#]*))?/.exec(url);
  if (dashboard) return dashboardHref(dashboard[1] ?? '', new URLSearchParams(dashboard[2] ?? ''));
  return /^(https?:\/\/|mailto:|#)/.test(url) ? url : undefined;
};
