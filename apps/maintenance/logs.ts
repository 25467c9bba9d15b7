import { filebeat } from 'cheomseong';

/** Where Elasticsearch answers. */
export const elasticsearch = 'http://elasticsearch:9200';

/** Structured logs of both services, as files on their machine, sent to Elasticsearch. */
export const logs = filebeat({
  inputs: [
    { service: 'api', paths: ['/var/log/api/*.log'] },
    { service: 'website', paths: ['/var/log/website/*.log'] },
  ],
  elasticsearch: { hosts: [elasticsearch] },
});
