/** What services write, as the events that it is: lines of JSON, and between them what is none, such as stack traces. */

const json = (level: string, message: string): string =>
  `{"timestamp": "2026-01-31T09:30:00.123456+09:00", "level": "${level}", "message": "${message}"}`;

const api = [
  'INFO:     Started server process [1]\nINFO:     Waiting for application startup.',
  json('info', 'ValueError: a message may begin as a trace ends'),
  `ERROR:    Exception in ASGI application
Traceback (most recent call last):
  File "/app/.venv/lib/python3.12/site-packages/sqlalchemy/engine/base.py", line 1967, in _exec_single_context
    self.dialect.do_execute(
  File "/app/.venv/lib/python3.12/site-packages/sqlalchemy/engine/default.py", line 941, in do_execute
    cursor.execute(statement, parameters)
psycopg.errors.UniqueViolation: duplicate key value violates unique constraint "users_email_key"
DETAIL:  Key (email)=(a@example.org) already exists.

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/app/main.py", line 41, in create_user
    session.commit()
    ~~~~~~~~~~~~~~^^
sqlalchemy.exc.IntegrityError: (psycopg.errors.UniqueViolation) duplicate key value violates unique constraint "users_email_key"
DETAIL:  Key (email)=(a@example.org) already exists.
[SQL: INSERT INTO users (email) VALUES (%(email)s::VARCHAR) RETURNING users.id]
[parameters: {'email': 'a@example.org'}]
(Background on this error at: https://sqlalche.me/e/20/gkpj)`,
  json('info', 'GET /health'),
  json('error', 'upstream timed out'),
  `/app/main.py:12: DeprecationWarning: datetime.datetime.utcnow() is deprecated
  now = datetime.utcnow()`,
  json('info', 'GET /users'),
  `  + Exception Group Traceback (most recent call last):
  |   File "/app/main.py", line 14, in fan_out
  |     async with asyncio.TaskGroup() as group:
  | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)
  +-+---------------- 1 ----------------
    | Traceback (most recent call last):
    |   File "/app/main.py", line 16, in fetch
    |     raise OutOfStock()
    | shop.orders.OutOfStock
    +------------------------------------`,
  json('info', 'GET /orders'),
  `INFO:     Shutting down
Exception in thread Thread-1 (poll):
Traceback (most recent call last):
  File "/app/poll.py", line 7, in poll
    raise SystemExit
SystemExit`,
  json('error', 'no rate of exchange'),
  `Traceback (most recent call last):
  File "/app/rates.py", line 9, in rate
    return rates[currency]
           ~~~~~^^^^^^^^^^
KeyError: 'KRW'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/app/rates.py", line 11, in rate
    raise HTTPException(status_code=404)
fastapi.exceptions.HTTPException`,
];

const website = [
  json('info', 'GET /'),
  ` ⨯ TypeError: fetch failed
    at node:internal/deps/undici/undici:13502:13
    at async Page (/app/.next/server/app/page.js:1:1402) {
  digest: '2338822313',
  [cause]: Error: connect ECONNREFUSED 127.0.0.1:8000
      at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1611:16) {
    errno: -111,
    code: 'ECONNREFUSED'
  }
}`,
  json('warn', 'slow render'),
  `TypeError: Cannot read properties of undefined (reading 'map')
    at Page (/app/.next/server/app/page.js:1:1234)`,
  json('info', 'POST /api/vitals'),
  `node:internal/process/promises:394
      triggerUncaughtException(err, true /* fromPromise */);
      ^

UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a catch block.
    at processPromiseRejections (node:internal/process/promises:470:17) {
  code: 'ERR_UNHANDLED_REJECTION'
}

Node.js v20.20.2`,
  json('info', 'listening'),
  `node:events:502
      throw er; // Unhandled 'error' event
      ^

Error: listen EADDRINUSE: address already in use :::3000
    at Server.setupListenHandle [as _listen2] (node:net:1908:16)
Emitted 'error' event at:
    at emitErrorNT (node:net:1887:8)

Node.js v20.20.2`,
];

export const written = { api, website } as const;

/** The same line by line, as it stands in the file. */
export const linesOf = (events: readonly string[]): readonly string[] =>
  events.flatMap((event) => event.split('\n'));
