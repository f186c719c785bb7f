"""Renew the baseline pictures: `python -m tests.baselines`; then look at what has changed before it is committed."""

from tests.baselines.made import cases, file, renew

renew()
for kind, medium in cases():
    print(file(kind, medium))
