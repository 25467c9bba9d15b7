import { store, useStore } from './store.js';

/** Where the page is: `#/dashboard/api?from=now-6h` is `{ path: ['dashboard', 'api'], query: from=now-6h }`. */
export interface Route {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** The route that is written behind the `#` of an address. */
export const routeOf = (hash: string): Route => {
  const [path = '', ...query] = hash.replace(/^#\/?/, '').split('?');
  return { path: path.split('/').filter(Boolean).map(decoded), query: new URLSearchParams(query.join('?')) };
};

/** The address of a route, for links. */
const hrefOf = (path: readonly string[], query?: URLSearchParams): string => {
  const asked = query?.toString();
  return `#/${path.map(encodeURIComponent).join('/')}${asked ? `?${asked}` : ''}`;
};

export const homeHref = '#/';
export const applicationHref = (place: string, name: string, query?: URLSearchParams): string =>
  hrefOf(['application', place, name], query);
export const dashboardHref = (uid: string, query?: URLSearchParams): string =>
  hrefOf(['dashboard', uid], query);

const here = store('#/');

/** Where the page is, as it changes. */
export const useRoute = (): Route => routeOf(useStore(here));

/** Takes the query of the address for another: a step back leads to what it was, unless `isReplaced`. */
export const setQuery = (query: URLSearchParams, isReplaced = false): void => {
  const href = hrefOf(routeOf(location.hash).path, query);
  if (isReplaced) history.replaceState(null, '', href);
  else history.pushState(null, '', href);
  here.set(location.hash);
};

/** Begins to follow the address. Called once, where a page begins; importing this module alone touches nothing. */
export const followAddress = (): void => {
  const look = (): void => here.set(location.hash);
  look();
  addEventListener('hashchange', look);
  addEventListener('popstate', look);
};
