"""A worker of Celery that does what it is told: succeeds, fails, comes again, is killed."""

import os
import signal
import time

import structlog
from celery import Celery
from celery.exceptions import Ignore, Reject
from monitoring import gpt_call, ready_check, s3_upload, setup_worker

folder = os.environ["BROKER_FOLDER"]
app = Celery(
    "storage",
    broker="filesystem://",
    broker_transport_options={
        "data_folder_in": folder,
        "data_folder_out": folder,
        "data_folder_processed": folder,
    },
    worker_send_task_events=False,
    # Seconds until a process that was killed is taken for lost.
    worker_lost_wait=1.0,
)
setup_worker(app, "storage-worker", port=int(os.environ.get("PORT", "8000")))

photos = s3_upload(bucket="photos")


@ready_check("disk")
def disk():
    return os.path.isdir(folder)


@app.task(name="storage.works")
def works():
    structlog.get_logger().info("worked")


@app.task(name="storage.sleeps")
def sleeps(seconds):
    time.sleep(seconds)


@app.task(name="storage.fails")
def fails():
    raise RuntimeError("broken")


@app.task(name="storage.uploads")
def uploads(succeeds=True):
    with photos():
        if not succeeds:
            raise OSError("no bucket")


@app.task(name="storage.asks")
def asks(succeeds=True):
    ask(succeeds)


@gpt_call(model="gpt-4o")
def ask(succeeds):
    if not succeeds:
        raise ConnectionError("overloaded")


@app.task(name="storage.comes_again", bind=True, max_retries=1)
def comes_again(self):
    if self.request.retries == 0:
        raise self.retry(countdown=0)


@app.task(name="storage.is_killed")
def is_killed():
    os.kill(os.getpid(), signal.SIGKILL)


@app.task(name="storage.takes_too_long", time_limit=1)
def takes_too_long():
    time.sleep(60)


@app.task(name="storage.takes_too_long_softly", soft_time_limit=1)
def takes_too_long_softly():
    time.sleep(60)


@app.task(name="storage.ignores")
def ignores():
    raise Ignore


@app.task(name="storage.rejects")
def rejects():
    raise Reject("not mine", requeue=False)


@app.task(name="storage.never_runs")
def never_runs():
    pass
