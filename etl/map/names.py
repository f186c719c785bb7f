"""Which region a row of a foreign table is: by Kemendagri code, else by name. Nothing is guessed, only suggested."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

SMALLEST_SHARE = 0.5  # of the filled values of a column that must be regions, or it is not the column
SUGGESTION_SCORE = 70
KINDS = {"kabupaten": r"kab|kabupaten|regency", "kota": r"kota|kotamadya|kodya|city|municipality"}


class Match(NamedTuple):
    """`codes` has one value a row (missing = unmatched); `unmatched` pairs the row's label with suggestions."""

    level: str
    codes: pd.Series
    by: str
    unmatched: list[tuple[str, list[str]]]
    label: pd.Series


def match_regions(frame: pd.DataFrame, names: dict[str, str]) -> Match | None:
    """Kabupaten/kota before provinces, codes before names; of each the column that matches most. None if none fits."""
    known = {
        "kabkota": [code for code in names if "." in code],
        "provinsi": [code for code in names if "." not in code and code != "ID"],
    }
    for level, codes in known.items():
        by_name = _best_name_column(frame, {code: names[code] for code in codes}, names, level)
        by_code = _best_code_column(frame, set(codes))
        if by_code is not None:
            column, found = by_code
            label, conflicts = frame[column], {}
            if by_name is not None:
                # Other institutions number regions differently (BPS: 9401 is Merauke): name and code must agree.
                contradicting = found.notna() & by_name.codes.notna() & (found != by_name.codes)
                conflicts = {row: [found[row], by_name.codes[row]] for row in found.index[contradicting]}
                label, found = by_name.label, found.mask(contradicting)
            return Match(level, found, f"code (column {column})", _unmatched(found, label, conflicts, names, codes), label)
        if by_name is not None:
            return by_name
    return None


def plain(text: pd.Series) -> pd.Series:
    """Names as they are compared: casefolded, no punctuation, kab. and kota (administrasi) written out."""
    words = text.astype("string").str.casefold().str.replace(r"[^\w\s]|_", " ", regex=True).str.replace(r"\s+", " ", regex=True).str.strip()
    for kind, spellings in KINDS.items():
        words = words.str.replace(rf"^(?:{spellings})\s+(?:(?:adm|administrasi|administratif)\s+)?", f"{kind} ", regex=True)
    return words.str.replace(r"^(?:prov|provinsi|propinsi|province)\s+", "", regex=True)


def as_code(values: pd.Series) -> pd.Series:
    """35.13, 3513, "35.13.", 3513.0 and " 3513 " all become 35.13; 35 and 35.0 become 35.

    Codes of districts and villages (35.13.01, 3513012003) become that of their kabupaten; all else becomes missing.
    """
    if pd.api.types.is_float_dtype(values) and (values.dropna() % 1 == 0).all():
        values = values.astype("Int64")
    if pd.api.types.is_float_dtype(values):
        values = values.map("{:05.2f}".format, na_action="ignore")  # 35.1 is 35.10: a number that has lost its zero
    text = values.astype("string").str.strip().str.replace(r"\.+$", "", regex=True).str.replace(r"^(\d{2,10})\.0$", r"\1", regex=True)
    digits = text.where(text.str.fullmatch(r"\d{2}(\.?\d{2}(\.?\d{2}(\.?\d{4})?)?)?")).str.replace(".", "", regex=False)
    return (digits.str[:2] + "." + digits.str[2:4]).str.removesuffix(".")


def _best_code_column(frame: pd.DataFrame, codes: set[str]) -> tuple[str, pd.Series] | None:
    best, most = None, 0
    for column in frame.columns:
        found = as_code(frame[column])
        found = found.where(found.isin(codes))
        if found.notna().sum() > most and found.notna().sum() >= SMALLEST_SHARE * frame[column].notna().sum():
            best, most = (column, found), found.notna().sum()
    return best


def _best_name_column(frame: pd.DataFrame, level_names: dict[str, str], names: dict[str, str], level: str) -> Match | None:
    gazetteer = pd.Series(level_names).rename_axis("code").reset_index(name="name")
    gazetteer["full"] = plain(gazetteer["name"])
    gazetteer["bare"] = gazetteer["full"].str.replace(r"^(kabupaten|kota)\s+", "", regex=True)
    gazetteer["province"] = gazetteer["code"].str[:2]
    province = _province_of_rows(frame, names) if level == "kabkota" else pd.Series(pd.NA, index=frame.index, dtype="string")
    best, most = None, 0
    for column in frame.columns[[not pd.api.types.is_numeric_dtype(kind) for kind in frame.dtypes]]:
        label = _with_kind(frame, column)
        found, candidates = _match_names(label, province, gazetteer)
        hits = found.notna().sum() + 0.5 * len(candidates)
        if hits > most and found.notna().sum() + len(candidates) >= SMALLEST_SHARE * label.notna().sum():
            unmatched = _unmatched(found, label, candidates, names, list(level_names))
            best, most = Match(level, found, f"name (column {column})", unmatched, label), hits
    return best


def _match_names(label: pd.Series, province: pd.Series, gazetteer: pd.DataFrame) -> tuple[pd.Series, dict[int, list[str]]]:
    """Codes of the rows whose name fits exactly one region; for those that fit several, which."""
    rows = pd.DataFrame({"row": label.index, "name": plain(label), "at": province.to_numpy()}).dropna(subset="name")
    full = rows.merge(gazetteer, left_on="name", right_on="full", suffixes=("_row", ""))
    bare = rows[~rows["row"].isin(full["row"])].merge(gazetteer, left_on="name", right_on="bare", suffixes=("_row", ""))
    fits = pd.concat([full, bare])
    fits = fits[fits["at"].isna() | (fits["at"] == fits["province"])]
    count = fits.groupby("row")["code"].transform("size")
    found = fits[count == 1].set_index("row")["code"].astype("string").reindex(label.index)
    return found, fits[count > 1].groupby("row")["code"].agg(list).to_dict()


def _with_kind(frame: pd.DataFrame, column: str) -> pd.Series:
    """The name, with its kind before it where another column tells (Kabupaten/Kota) and the name doesn't."""
    name = frame[column].astype("string")
    pattern = "^(?:" + "|".join(KINDS.values()) + r")\.?$"
    for other in frame.columns.drop(column):
        kind = frame[other].astype("string").str.strip().str.casefold()
        if kind.notna().any() and kind.dropna().str.match(pattern).all():
            prefixed = plain(name).str.match(r"^(kabupaten|kota)\s")
            return name.where(prefixed.fillna(False), frame[other].astype("string") + " " + name)
    return name


def _province_of_rows(frame: pd.DataFrame, names: dict[str, str]) -> pd.Series:
    """Province code of each row, from whichever column holds mostly provinces (by code or name)."""
    codes = {code for code in names if "." not in code and code != "ID"}
    by_name = {name: code for code, name in zip(codes, plain(pd.Series([names[code] for code in codes])), strict=True)}
    best = pd.Series(pd.NA, index=frame.index, dtype="string")
    for column in frame.columns:
        found = as_code(frame[column])
        found = found.where(found.isin(codes)).fillna(plain(frame[column]).map(by_name).astype("string"))
        # A kabupaten may be called as a province (Gorontalo, Bengkulu): a column of provinces consists of nothing else.
        if found.notna().sum() >= max(0.9 * frame[column].notna().sum(), best.notna().sum() + 1):
            best = found
    return best


def _unmatched(
    found: pd.Series, label: pd.Series, candidates: dict, names: dict[str, str], codes: list[str]
) -> list[tuple[str, list[str]]]:
    from rapidfuzz import process

    display = {code: f"{code} {names[code]}" for code in codes}
    choices = dict(zip(codes, plain(pd.Series([names[code] for code in codes])), strict=True))
    left = label[found.isna()]
    spelled = plain(left).fillna("")

    def hints(row) -> list[str]:
        if row in candidates:
            return [display[code] for code in candidates[row]]
        close = process.extract(spelled[row], choices, limit=3, score_cutoff=SUGGESTION_SCORE) if spelled[row] else []
        return [display[code] for _, _, code in close]

    return [(str(label[row]) if pd.notna(label[row]) else f"feature {row + 1} (no name)", hints(row)) for row in left.index]
