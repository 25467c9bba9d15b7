import type { Dashboard } from '#dashboards/dashboard.js';
import { longestUid, panelId, slug } from '#dashboards/identity.js';
import { dashboardV2 } from './dashboard.js';
import type { SpecV2 } from './model.js';

/** An object of Grafana's own API, which is written as Kubernetes writes its own. */
export interface GrafanaResource<Spec> {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: Spec;
}

/** The uid of a folder, by its title: as its words are written, or where they are no ASCII by a number of them. */
export const folderUid = (title: string): string => {
  const words = slug(title);
  const isWhole =
    words !== '' && words.length <= longestUid && words === title.toLowerCase().replaceAll(' ', '-');
  return isWhole ? words : `folder-${panelId(title).toString(36)}`;
};

/** A folder: `folder.grafana.app/v1`, since Grafana 13. */
export const folderResource = (title: string): GrafanaResource<{ readonly title: string }> => ({
  apiVersion: 'folder.grafana.app/v1',
  kind: 'Folder',
  metadata: { name: folderUid(title) },
  spec: { title },
});

/**
 * A dashboard as the Kubernetes resource that Grafana's own API takes: `dashboard.grafana.app/v2`, stable since Grafana 13. Its name is the uid,
 * and an annotation names its folder by the folder's uid. https://github.com/grafana/grafana/blob/main/apps/dashboard/kinds/manifest.cue.
 */
export const dashboardResource = (dashboard: Dashboard): GrafanaResource<SpecV2> => ({
  apiVersion: 'dashboard.grafana.app/v2',
  kind: 'Dashboard',
  metadata: { name: dashboard.uid, annotations: { 'grafana.app/folder': folderUid(dashboard.folder) } },
  spec: dashboardV2(dashboard),
});
