"""Serve the dashboard: `python -m netralitas [--host …] [--port …]`."""

import typer

from netralitas.server import serve


def main(
    host: str = typer.Option("127.0.0.1", help="Address to listen on; 0.0.0.0 for the whole network."),
    port: int = typer.Option(8501, help="Port to listen on."),
) -> None:
    """Serve the dashboard with everything warmed up."""
    serve.main(host, port)


if __name__ == "__main__":
    typer.run(main)
