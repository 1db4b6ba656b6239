#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs a command; prints the seconds of processor that it and its children took
and the most KiB that one of them had in memory."""
import resource
import subprocess
import sys

subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{used.ru_utime + used.ru_stime:.2f} {used.ru_maxrss}")
