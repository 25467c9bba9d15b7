# Made by `cheomseong synth` for ojeomneo: changes here are lost.
"""The middleware of Django: it numbers requests, and answers machines."""

from __future__ import annotations

from typing import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from .endpoints import answer
from .request_id import HEADER, request_id, request_id_of


class MonitoringMiddleware:
    """
    Stands before all others: what they answer is numbered too, and no ALLOWED_HOSTS
    keeps machines out.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        answered = answer(request.path_info, request.META.get("HTTP_ACCEPT", ""))
        if answered is not None:
            status, content_type, body = answered
            return HttpResponse(body, status=status, content_type=content_type)
        number = request_id_of(request.META.get("HTTP_X_REQUEST_ID"))
        token = request_id.set(number)
        try:
            response = self.get_response(request)
            response[HEADER] = number
            return response
        finally:
            request_id.reset(token)
