export const catalogHelp = `Writes what a program exports, or a registry of OpenTelemetry Weaver declares, as a typed catalogue; holds a catalogue against what
a program exports; writes it as a registry.

  cheomseong catalog SOURCE                  SOURCE is a saved /metrics, its URL, or - for standard input; or a registry: a file
                                             of YAML, or the folder of its files
  cheomseong catalog SOURCE --against FILE   in what the catalogues that FILE exports differ: what is missing, renamed, of another
                                             type, has other buckets, labels or values
  cheomseong catalog --registry FILE         the catalogues that FILE exports, as a registry
  cheomseong catalog check SOURCE --application NAME
                                             told to whoever writes a program: in what it differs from what its application declares
                                             of its scrape: metrics, types, labels, buckets, values, children that are not there
                                             at 0, labels without end, and as what a URL calls its answer

Options
      --name NAME        the name of the catalogue in code, metrics without
      --names STRATEGY   how names of a registry become Prometheus's, by the word of its otlp.translation_strategy:
                         UnderscoreEscapingWithSuffixes without, UnderscoreEscapingWithoutSuffixes, NoUTF8EscapingWithSuffixes
                         or NoTranslation
      --application NAME with check: the application of the estate whose program it is
      --scrape NAME      with check: by which of its scrapes it is asked; without, the one of which it exports most
      --json             the catalogue, or its differences, for programs
  -h, --help             this text

Exit codes
  0  written, or no difference      1  there are differences      2  it could not be run

Examples
  npx cheomseong catalog http://localhost:8080/metrics --name shopMetrics > apps/shop/metrics.ts
  npx cheomseong catalog metrics.prom --against apps/shop/metrics.ts
  npx cheomseong catalog registry/ --name shopMetrics > apps/shop/metrics.ts
  npx cheomseong catalog --registry apps/shop/metrics.ts > registry/shop.yaml
  npx cheomseong catalog check http://localhost:8080/metrics --application shop
`;
