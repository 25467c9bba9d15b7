"""What the Django of the tests answers."""

import time

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import include, path, re_path
from django.views import View


class Refusing:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "raise" in request.GET:
            raise RuntimeError("broken")
        if "refuse" in request.GET:
            raise PermissionDenied
        return self.get_response(request)


def said(request, **arguments):
    return HttpResponse("said")


def raises(request):
    raise RuntimeError("broken")


def exits(request):
    raise SystemExit(1)


def slow(request):
    time.sleep(float(request.GET.get("seconds", "1")))
    return HttpResponse("slow")


def streams(request):
    def pieces():
        for _ in range(3):
            time.sleep(0.02)
            yield b"piece"

    return StreamingHttpResponse(pieces())


def breaks_off(request):
    def pieces():
        yield b"piece"
        raise RuntimeError("broken")

    return StreamingHttpResponse(pieces())


class Things(View):
    def get(self, request):
        return HttpResponse("things")


inner = [path("users/<name>", said), path("first-failure", raises)]

urlpatterns = [
    path("menus/<int:menu>/", said),
    path("v1/", include(inner)),
    re_path("^years/(?P<year>[0-9]{4})$", said),
    path("things/", Things.as_view()),
    path("raises/", raises),
    path("exits/", exits),
    path("slow/", slow),
    path("streams/", streams),
    path("breaks-off/", breaks_off),
]
