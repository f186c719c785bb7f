"""One ASGI application for all of it."""
