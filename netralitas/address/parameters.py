"""Every name and value that an address may carry, once."""

EXTENT, LEVEL, BREAKDOWN = "cakupan", "tingkat", "rincian"
ONLY, WITHIN = "ini", "dalam"
LEVELS = ("negara", "provinsi", "kabkota")
