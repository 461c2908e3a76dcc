"""Start a command, wait for it, write what the kernel counted: python -I -S lanceur.py COMPTE COMMANDE…

It imports as little as can be: until a new process has read its own program, the kernel counts as its memory that of
the process that started it.
"""

import os
import sys
import time

if __name__ == "__main__":
    start = time.monotonic()
    child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
    _, status, usage = os.wait4(child, 0)
    spent = time.monotonic() - start
    with open(sys.argv[1], "w", encoding="ascii") as counts:
        counts.write(f"{spent} {usage.ru_utime + usage.ru_stime} {usage.ru_maxrss} {os.waitstatus_to_exitcode(status)}")
