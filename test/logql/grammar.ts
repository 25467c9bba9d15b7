import { parser } from '@grafana/lezer-logql';

/** The places of a text at which Grafana's grammar of LogQL does not know how to go on, https://github.com/grafana/lezer-logql. */
export const syntaxErrors = (logql: string): readonly string[] => {
  const errors: string[] = [];
  parser.parse(logql).iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) errors.push(`${from}: ${logql.slice(from, to)}`);
    },
  });
  return errors;
};
