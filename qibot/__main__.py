"""`python -m qibot` is `qibot`."""

import sys

from qibot.cli import main

sys.exit(main())
