# SPDX-License-Identifier: EUPL-1.2
"""Small official files for the importers: sixteen Länder of one Kreis each, two of them cities."""

from collections.abc import Iterable
from pathlib import Path

DAY = "20991231"


def record(
    satzart: str,
    key: str,
    name: str,
    kind: str = "",
    *,
    verband: str = "",
    area: str = "",
    people: str = "",
    day: str = DAY,
) -> str:
    """One record of the GV100AD, 220 characters."""
    text = f"{satzart}{day}{key:<8}{verband:<4}{name:<50}{'Sitz':<50}{kind:<2}{'':4}"
    return f"{text}{area:<11}{people:<11}{'':15}{'12345':<5}".ljust(220)


def gemeinde(key: str, name: str, kind: str = "64", *, verband: str, people: int = 100) -> str:
    """A municipality of 12.34 square kilometres."""
    figures = {"area": f"{1234:011}", "people": f"{people:011}"}
    return record("60", key, name, kind, verband=verband, **figures)


def land(number: int) -> list[str]:
    """A Land with one Kreis, one Verband of two municipalities and a gemeindefreies Gebiet."""
    land_key, kreis = f"{number:02}", f"{number:02}051"
    return [
        record("10", land_key, f"Land {number}"),
        record("40", kreis, f"Kreis {number}", "44"),
        record("50", kreis, f"Amt {number}", "51", verband="5001"),
        gemeinde(f"{kreis}001", f"Altdorf {number}, Stadt", "63", verband="5001"),
        gemeinde(f"{kreis}002", f"Neudorf {number}", verband="5001", people=300),
        record("50", kreis, "Wald", "50", verband="9001"),
        gemeinde(f"{kreis}901", "Wald, gemfr. Gebiet", "66", verband="9001", people=7),
    ]


def gv100ad(lines: Iterable[str] | None = None) -> list[str]:
    """A whole file, as lines."""
    return list(lines) if lines is not None else [text for n in range(1, 17) for text in land(n)]


def write(folder: Path, lines: Iterable[str], encoding: str = "utf-8") -> Path:
    """The lines as a file GV100AD_x.txt in the folder."""
    path = folder / "GV100AD_x.txt"
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return path


AUSZUG_HEADER = (
    "satzart,textkennzeichen,land,rb,kreis,vb,gemeinde,gemeindename,laengengrad,breitengrad"
)


def auszug(folder: Path, rows: Iterable[tuple[str, str, str, str]]) -> Path:
    """AuszugGV.csv of (key, name, lon, lat), with decimal commas."""
    lines = [AUSZUG_HEADER, "10,,01,,,,,Land 1,,"]
    for key, name, lon, lat in rows:
        parts = (key[:2], key[2], key[3:5], "5001", key[5:])
        lines.append(",".join(["60", "64", *parts, f'"{name}"', f'"{lon}"', f'"{lat}"']))
    path = folder / "AuszugGV.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return path
