/** By what the sidecars of a Grafana find what they read: a label with its value, and the annotation that names a dashboard's folder. */
export interface Sidecar {
  readonly dashboards: {
    readonly label: string;
    readonly value: string;
    readonly folderAnnotation: string;
  };
  readonly datasources: { readonly label: string; readonly value: string };
}

/** As the values of kube-prometheus-stack have them; its folder annotation is what a platform sets there. */
export const usualSidecar: Sidecar = {
  dashboards: { label: 'grafana_dashboard', value: '1', folderAnnotation: 'grafana_folder' },
  datasources: { label: 'grafana_datasource', value: '1' },
};
