from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from builder.typeset.fonts import FAMILY, MONOSPACED, font_files, font_sizes

LETTERS = "ABCčćžšđČĆŽŠĐëçËÇáéíАБВѓќѕјљњџѐѝЃЌЅЈЉЊЏабвђћЂЋ„“‚‘«»–—…•·→±"


def test_sizes_are_known_without_unpacking():
    assert font_sizes() == {name: len(data) for name, data in font_files().items()}


@pytest.mark.parametrize("name", [name for name in font_files() if name.startswith("FiraGO")])
def test_every_face_has_every_letter_of_our_languages(name):
    font = TTFont(BytesIO(font_files()[name]))
    assert font["name"].getDebugName(1) == FAMILY
    assert font["OS/2"].fsType == 0, "may be embedded"
    assert [letter for letter in LETTERS if ord(letter) not in font.getBestCmap()] == []


def test_the_monospaced_face_bears_its_name():
    font = TTFont(BytesIO(font_files()["FiraMono_Regular.ttf"]))
    assert font["name"].getDebugName(1) == MONOSPACED


def test_an_unknown_file_is_not_there():
    with pytest.raises(KeyError):
        font_files()["FiraGO_Thin.ttf"]
