import { Construct } from 'constructs';
import type { Application } from '#application/application.js';
import { reference } from '#dashboards/datasource.js';
import { ConfigMap } from '#imports/config-map.js';
import { type Loki, lokiUrl } from '#application/agent/loki.js';
import { yamlOf } from '#ground/yaml.js';

/** A ConfigMap that Grafana's sidecar reads: the data source of panels that show logs. */
export class LokiDatasource extends Construct {
  /** @param application Whose it is and what it is called after. The sidecar writes the keys of all such ConfigMaps into one folder. */
  constructor(
    scope: Construct,
    id: string,
    application: Pick<Application, 'name' | 'datasources'>,
    loki: Loki,
  ) {
    super(scope, id);
    const name = `${application.name}-loki`;
    const { loki: source } = application.datasources;
    new ConfigMap(this, 'config-map', {
      metadata: { name, labels: { grafana_datasource: '1' } },
      data: {
        [`${name}.yaml`]: yamlOf({
          apiVersion: 1,
          datasources: [
            {
              name: source.name,
              ...reference(source),
              access: 'proxy',
              url: lokiUrl(loki),
              isDefault: false,
              editable: false,
            },
          ],
        }),
      },
    });
  }
}
