import { re2Source } from '#promql/metric/match.js';
import type { Tls } from '#application/scrape/access.js';
import { mountedSecret } from '#application/exporter/secret-file.js';
import type { DnsModule, HttpModule, ProbeModule, TcpModule } from './module.js';

const sources = (patterns: readonly RegExp[]): readonly string[] =>
  patterns.map((each) => re2Source(each, String(each)));

const tlsConfig = ({ ca, certificate, serverName }: Tls): object => ({
  ...(ca && { ca_file: mountedSecret(ca) }),
  ...(certificate && {
    cert_file: mountedSecret(certificate.cert),
    key_file: mountedSecret(certificate.key),
  }),
  ...(serverName !== undefined && { server_name: serverName }),
});

const network = ({ ip = 4 }: ProbeModule): object => ({ preferred_ip_protocol: `ip${ip}` });

const http = (module: HttpModule): object => {
  const { method, statusCodes, onlyHttps, stopAtRedirect, headers, body, tls, basicAuth, bearerToken } =
    module;
  return {
    ...network(module),
    ...(method !== undefined && { method }),
    ...(statusCodes && { valid_status_codes: statusCodes }),
    ...(onlyHttps && { fail_if_not_ssl: true }),
    ...(stopAtRedirect && { follow_redirects: false }),
    ...(headers && { headers }),
    ...(body?.holds && { fail_if_body_not_matches_regexp: sources(body.holds) }),
    ...(body?.lacks && { fail_if_body_matches_regexp: sources(body.lacks) }),
    ...(tls && { tls_config: tlsConfig(tls) }),
    ...(basicAuth && {
      basic_auth: { username: basicAuth.username, password_file: mountedSecret(basicAuth.password) },
    }),
    ...(bearerToken && { authorization: { credentials_file: mountedSecret(bearerToken) } }),
  };
};

const tcp = (module: TcpModule): object => ({
  ...network(module),
  ...(module.tls && { tls: true, tls_config: tlsConfig(module.tls) }),
});

const dns = (module: DnsModule): object => {
  const { query, type = 'A', over = 'udp' } = module;
  return { ...network(module), transport_protocol: over, query_name: query, query_type: type };
};

const settings = (module: ProbeModule): object => {
  switch (module.prober) {
    case 'http':
      return { http: http(module) };
    case 'tcp':
      return { tcp: tcp(module) };
    case 'dns':
      return { dns: dns(module) };
  }
};

/** Modules in the words of blackbox_exporter, which knows all of them since 0.23; https://github.com/prometheus/blackbox_exporter/blob/master/CONFIGURATION.md. */
export const blackboxConfiguration = (modules: Readonly<Record<string, ProbeModule>>): object => ({
  modules: Object.fromEntries(
    Object.entries(modules).map(([name, module]) => [
      name,
      {
        prober: module.prober,
        ...(module.timeout !== undefined && { timeout: module.timeout }),
        ...settings(module),
      },
    ]),
  ),
});
