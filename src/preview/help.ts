export const previewHelp = `Shows an estate in a browser: its applications, their alerts and objectives, and every dashboard drawn as Grafana draws it, over data that is
made of its own catalogues and proofs, or over a Prometheus of yours.

  cheomseong preview

Options
      --place NAME        applications as they are at this place, of those that run at several
      --incident ALERT    the data has an incident of this alert; may be repeated. Of each application one critical and one warning unless given
      --prometheus URL    draws the same over a Prometheus of yours, or what answers as one does: Thanos, Mimir, VictoriaMetrics
      --header 'N: VALUE' is sent to it with each query; may be repeated
      --port N            where it is served, on this machine alone; a free port unless given
      --no-open           opens no browser
      --pictures DIR      writes a PNG of each dashboard, application and message of the incidents into that folder, and ends
      --only NAME         of pictures this alone: a dashboard by its uid, an application, what is told of an alert; may be repeated
      --theme NAME        of pictures: dark or light; dark unless given
      --language NAME     of pictures: ko or en; that of the page unless given is en
      --width N           of pictures, in pixels; 1280 unless given
      --height N          of pictures, in pixels: what is lower is left out
      --vision NAME       the page, or pictures, as others see them: achromatopsia, deuteranopia, protanopia, tritanopia or blurred
      --json              where it is served, or what was written, for programs
  -h, --help              this text

Ctrl-C ends it, with all that it started.

Exit codes
  0  it was shown, or all pictures were written      1  a picture shows a fault      2  it could not be run

Examples
  npx cheomseong preview --incident ObserverHighErrorRate
  npx cheomseong preview --prometheus https://prometheus.example --header 'Authorization: Bearer …'
  npx cheomseong preview --vision deuteranopia
  npx cheomseong preview --pictures pictures --only observer --only ObserverHighErrorRate
`;
