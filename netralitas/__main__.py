"""Serve the dashboard: `python -m netralitas [--host …] [--port …]`."""

import errno
import os
import socket
import traceback

import typer

TRACE = "NETRALITAS_TRACE"
PORTS = range(65536)
# What goes wrong is told in a sentence; a traceback would show values, too.
app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def main(
    host: str = typer.Option("127.0.0.1", help="Address to listen on; 0.0.0.0 for the whole network."),
    port: int = typer.Option(8501, help="Port to listen on."),
) -> None:
    """Serve the dashboard with everything warmed up."""
    if port not in PORTS:
        raise _refused(f"{port} is no port: --port takes a number from {PORTS[0]} to {PORTS[-1]}")
    try:
        listeners = bound(host, port)
    except OSError as error:
        raise _refused(_why(error, host, port)) from None
    try:
        # Only now: a port that is taken is told at once and not after the imports.
        from netralitas.server import allocator, serve

        allocator.few_arenas()
        if reason := serve.refusal():
            raise _refused(reason)
        serve.main(listeners, _address(host, listeners[0].getsockname()[1]))
    except typer.Exit:
        raise
    except Exception as error:
        if os.environ.get(TRACE):
            traceback.print_exc()
        taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        said = (str(error).splitlines() or [""])[0]
        reason = f"the dashboard can't be served ({type(error).__name__}: {said}); with {TRACE}=1 it shows where"
        raise _refused(_why(error, host, port) if taken else reason) from None


def bound(host: str, port: int) -> list[socket.socket]:
    """A socket on the port for each address of the host, taken but silent until the server is ready."""
    listeners, missing = [], None
    for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE):
        listener = socket.socket(family, kind, protocol)
        try:
            if os.name == "posix":  # on Windows the option would share a port that another program has
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            listener.bind(address)
            listeners.append(listener)
        except OSError as error:
            listener.close()
            # A name may stand for addresses that this machine does not have (::1 for localhost).
            if error.errno != errno.EADDRNOTAVAIL:
                raise
            missing = error
    if not listeners:
        raise missing
    return listeners


def _address(host: str, port: int) -> str:
    shown = "localhost" if host in ("127.0.0.1", "0.0.0.0", "::", "::1") else f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}"


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is taken by another program: stop that one, or choose another port with --port"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"port {port} may not be used by this user: choose another one with --port"
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return f"{host} is no address of this machine: --host takes 127.0.0.1, or 0.0.0.0 for the whole network"
    return f"{host}, port {port}: {error.strerror or error}"


def _refused(reason: str) -> typer.Exit:
    typer.echo(f"Nothing is served: {reason}.", err=True)
    return typer.Exit(1)


if __name__ == "__main__":
    app()
