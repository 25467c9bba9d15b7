"""A Django that counts its requests, answered by WSGI."""

import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from board import setup_monitoring
from django.conf import settings
from django.core.wsgi import get_wsgi_application

settings.configure(
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF="board_urls",
    SECRET_KEY="none",
    MIDDLEWARE=setup_monitoring(["board_urls.Refusing"], "board"),
)
django.setup()


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


if __name__ == "__main__":
    application = get_wsgi_application()
    port = int(sys.argv[1])
    make_server("127.0.0.1", port, application, Server, Quiet).serve_forever()
