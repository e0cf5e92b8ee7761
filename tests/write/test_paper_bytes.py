"""The same paper gives the same bytes in another process, time zone, hash seed and folder."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tests.write.paper_files import docx, epub, html, pdf
from tests.write.papers import sample

ROOT = Path(__file__).parents[2]
PROGRAM = """
from hashlib import sha256
from tests.write.paper_files import docx, epub, html, pdf
from tests.write.papers import sample
paper = sample("mk", draft=True)
for data in (pdf(paper), docx(paper), html(paper).encode(), epub(paper)):
    print(sha256(data).hexdigest())
"""


def test_files_are_equal_in_another_process(tmp_path):
    paper = sample("mk", draft=True)
    here = [hashlib.sha256(data).hexdigest() for data in (pdf(paper), docx(paper), html(paper).encode(), epub(paper))]
    environment = {**os.environ, "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "4711", "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == here
