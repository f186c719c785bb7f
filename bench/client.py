"""A reader without a browser: real Streamlit sessions over websockets, timed and counted.

A run is timed from sending the address until the server says that the script has finished and all its elements
have arrived; the bytes are those of the messages (the servers under test do not compress them). What a page
reports in red, an exception or an error box, is collected: a page that fails fast must not look fast.
"""

import asyncio
import time
from dataclasses import dataclass
from typing import Self

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 120.0


@dataclass(frozen=True)
class Run:
    """One run of the script as its reader saw it."""

    seconds: float
    bytes: int
    messages: int
    problems: tuple[str, ...]


class Session:
    """One browser tab: `async with Session(url) as reader: await reader.run("wilayah=35", "tren")`."""

    def __init__(self, url: str):
        self.url = url.rstrip("/")
        self._socket: ClientConnection | None = None

    async def __aenter__(self) -> Self:
        address = self.url.replace("http", "ws", 1) + "/_stcore/stream"
        self._socket = await connect(
            address, subprotocols=["streamlit"], max_size=None, origin=self.url, compression=None, open_timeout=PATIENCE
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._socket.close()

    async def run(self, query: str = "", page: str = "") -> Run:
        """Ask for an address and wait until the script has finished."""
        asked = BackMsg()
        asked.rerun_script.query_string = query
        asked.rerun_script.page_name = page
        began = time.perf_counter()
        await self._socket.send(asked.SerializeToString())
        return await asyncio.wait_for(self._receive(began), PATIENCE)

    async def _receive(self, began: float) -> Run:
        size, messages, problems = 0, 0, []
        while True:
            raw = await self._socket.recv()
            size, messages = size + len(raw), messages + 1
            message = ForwardMsg.FromString(raw)
            problems += _problems(message)
            if message.WhichOneof("type") == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return Run(time.perf_counter() - began, size, messages, tuple(problems))


def _problems(message: ForwardMsg) -> list[str]:
    """What a reader of this message would see in red."""
    if message.WhichOneof("type") == "script_finished":
        failed = message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR
        return ["the script does not compile"] if failed else []
    if message.WhichOneof("type") != "delta" or message.delta.WhichOneof("type") != "new_element":
        return []
    element = message.delta.new_element
    if element.WhichOneof("type") == "exception":
        return [": ".join(filter(None, (element.exception.type, element.exception.message)))]
    if element.WhichOneof("type") == "alert" and element.alert.format == Alert.ERROR:
        return [element.alert.body]
    return []


async def visit(url: str, query: str = "", page: str = "") -> Run:
    """A reader comes, looks once and leaves; timed from opening the websocket."""
    began = time.perf_counter()
    async with Session(url) as reader:
        run = await reader.run(query, page)
        return Run(time.perf_counter() - began, run.bytes, run.messages, run.problems)
