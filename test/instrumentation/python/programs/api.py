"""An API of ecoeco that does what it is asked: answers, fails, is slow, asks GPT, uploads."""

import asyncio
import os

from fastapi import FastAPI, HTTPException
from fastapi.responses import StreamingResponse
from monitoring import gpt_call, setup_monitoring

app = setup_monitoring(FastAPI(), "waste-api")


@gpt_call(model="gpt-4o")
async def ask(answers: bool) -> None:
    if not answers:
        raise ConnectionError("overloaded")


@app.get("/items/{item}")
async def item(item: int):
    return {"item": item, "process": os.getpid()}


@app.get("/fails")
def fails():
    raise RuntimeError("broken")


@app.get("/slow")
async def slow(seconds: float = 3.0):
    await asyncio.sleep(seconds)


@app.get("/asks/{answers}")
async def asks(answers: bool):
    try:
        await ask(answers)
    except ConnectionError:
        raise HTTPException(503)


@app.get("/streams")
async def streams():
    async def pieces():
        while True:
            yield b"piece"
            await asyncio.sleep(0.01)

    return StreamingResponse(pieces())
