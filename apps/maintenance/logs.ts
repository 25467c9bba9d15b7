import { filebeat } from '../../logs/filebeat.js';

/** Structured logs of both services, as files on their machine, sent to Elasticsearch. */
export const logs = filebeat({
  inputs: [
    { service: 'api', paths: ['/var/log/api/*.log'] },
    { service: 'website', paths: ['/var/log/website/*.log'] },
  ],
  elasticsearch: { hosts: ['http://elasticsearch:9200'] },
});
