"""What kind of file system a file lies on, as far as the library must know."""

from __future__ import annotations

import re
from pathlib import Path

_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\w*|9p|afs|ncpfs|ceph|lustre|gpfs|beegfs|ocfs2|gfs2?|davfs\d?|coda|virtiofs"
    r"|vboxsf|vmhgfs|fuse\.(?:sshfs|glusterfs|s3fs|rclone|davfs|gvfsd-fuse|vmhgfs-fuse|ceph\w*)"
)
_OCTAL = re.compile(r"\\([0-7]{3})")


def is_network(path: Path, mounts: Path = Path("/proc/mounts")) -> bool:
    """Whether a file is shared with other machines, where memory cannot be shared with it.

    Write-ahead logging needs shared memory. Where the table of mounts cannot be read
    (macOS), the answer is no, and SQLite itself declines.
    """
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
        place = path.resolve()
    except OSError:
        return False
    best, kind = -1, ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        folder = Path(_OCTAL.sub(lambda match: chr(int(match.group(1), 8)), fields[1]))
        if place.is_relative_to(folder) and len(folder.parts) >= best:
            best, kind = len(folder.parts), fields[2]
    return _NETWORK.fullmatch(kind) is not None
