/**
 * The lines of which stack traces consist. A pattern of each is read by RE2 (Filebeat), Onigmo (Fluent Bit) and JavaScript
 * (tests), so it has neither look-around nor flags. What begins a line of JSON is in none of them.
 */
const kinds = [
  // Frames, lines of source, carets, causes, members of a group of exceptions.
  String.raw`[ \t]`,
  // What parts the traces of a chain.
  '$',
  // The heads of traces, and what joins them.
  String.raw`Traceback \(most recent call last\):`,
  'During handling of the above exception,|The above exception was the direct cause',
  "Exception (?:ignored |in )|Emitted '",
  'panic: |fatal error: |goroutine [0-9]+ |created by ',
  String.raw`\[signal `,
  // Where it happened, or what a warning is about: `/app/server.js:12`, `node:internal/process:394`.
  String.raw`(?:node:|(?:file://)?/)\S+:[0-9]+(?:$|: \w+Warning: )`,
  // What was raised: by the name of its class, or by a dotted name that is all there is before the colon.
  String.raw`\[?\w*(?:Error|Exception|Rejection|Interrupt|Exit|Iteration|Group)(?::|$| \[| \()`,
  String.raw`(?:[A-Za-z_]\w*\.)+[A-Za-z_]\w*(?::|$)`,
  // What PostgreSQL and SQLAlchemy add to that.
  String.raw`(?:DETAIL|HINT|CONTEXT|QUERY|LINE [0-9]+): |\[(?:SQL|parameters): |\(Background on this error`,
  // A frame of Go, `github.com/gofiber/fiber/v2.(*App).next(0xc000, 0xc001)`, whose place stands indented below.
  String.raw`[\w./~-]+(?:\(\*\w+(?:\[\.\.\.\])?\))?[\w.\[\]]*\(.*\)$`,
  // How an error's own properties end, and how Node.js and Go do.
  String.raw`\}|Node\.js v|exit status [0-9]`,
];

/**
 * Matches every line of a stack trace as Python, Node.js and Go write it, from its head to what was raised, and no line of
 * structured logs: lines that match, one after the other, are one event, and whatever does not match is an event by itself.
 * So a line of JSON is never joined to anything, though another process writes into the midst of a trace.
 */
export const traceLine = `^(?:${kinds.join('|')})`;
