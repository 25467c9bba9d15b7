# Made by `cheomseong synth` for ecoeco: changes here are lost.
"""What the application does and waits for, as decorators and as contexts."""

from __future__ import annotations

from . import metrics
from .measured import End, Measured


def gpt_call(*, model: str) -> Measured:
    """
    Requests to the GPT API:
    how many and how long, however they end.

    Above a function: @gpt_call(model=…). Around a block, with or async with:
    make it once, so that its series begin at 0, and write: with made(): …
    """
    return Measured(
        success=End(
            done=metrics.gpt_api_requests_total().labels(model=model, status="success"),
            duration=metrics.gpt_api_request_duration_seconds().labels(model=model),
        ),
        failure=End(
            done=metrics.gpt_api_requests_total().labels(model=model, status="error"),
            duration=metrics.gpt_api_request_duration_seconds().labels(model=model),
        ),
    )


def s3_upload(*, bucket: str) -> Measured:
    """
    Uploads to S3:
    how many and how long, however they end.

    Above a function: @s3_upload(bucket=…). Around a block, with or async with:
    make it once, so that its series begin at 0, and write: with made(): …
    """
    return Measured(
        success=End(
            done=metrics.s3_upload_total().labels(bucket=bucket, status="success"),
            duration=metrics.s3_upload_duration_seconds().labels(bucket=bucket),
        ),
        failure=End(
            done=metrics.s3_upload_total().labels(bucket=bucket, status="failure"),
            duration=metrics.s3_upload_duration_seconds().labels(bucket=bucket),
        ),
    )
