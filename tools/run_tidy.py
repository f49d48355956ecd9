#!/usr/bin/env python3
"""Runs clang-tidy over the sources of src/, two at a time and only where something changed.

Usage: run_tidy.py BUILD_FOLDER [--jobs N]     exit status 1 when there is a warning

In a unity build it looks at each group of sources as the compiler does, which
reads their headers once.  What was clean is remembered by a hash over the
bytes of its sources, those of every header of ours, and .clang-tidy; it is not
looked at again until one changes.
"""
import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

TIDY = "clang-tidy-19"


def digest(paths):
    h = hashlib.sha256()
    for path in paths:
        h.update(path.read_bytes())
        h.update(b"\0")
    return h.hexdigest()


INCLUDED = re.compile(r'#include "([^"]+\.cc)"')


def compiled(build, root):
    """{compiled file: sources of ours in it}; tests left out: gtest's macros are not our style."""
    commands = json.loads((build / "compile_commands.json").read_text())
    files = {}
    for path in {pathlib.Path(c["directory"], c["file"]).resolve() for c in commands}:
        if path.name.endswith("_test.cc"):
            continue
        if path.is_relative_to(root / "src"):
            files[path] = [path]
        elif path.name.startswith("unity_") and "entente_" in str(path.parent.parent.name):
            files[path] = [pathlib.Path(p) for p in INCLUDED.findall(path.read_text())]
    return dict(sorted(files.items()))


def check(path, build):
    # The compile commands are GCC's: clang knows not all of its warnings.
    command = [TIDY, "-p", str(build), "--quiet", "--extra-arg=-Wno-unknown-warning-option",
               "--extra-arg=-Wno-deprecated-declarations",
               "--extra-arg=-Wno-ignored-gch", str(path)]
    run = subprocess.run(command, capture_output=True, text=True)
    return path, run.returncode, run.stdout + (run.stderr if run.returncode else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    root = pathlib.Path(__file__).resolve().parent.parent
    cache_path = options.build / "tidy_clean.json"
    cache = json.loads(cache_path.read_text()) if cache_path.exists() else {}
    common = digest(sorted((root / "src").rglob("*.h")) + [root / ".clang-tidy"])

    files = compiled(options.build, root)
    keys = {f: hashlib.sha256((common + digest(parts)).encode()).hexdigest()
            for f, parts in files.items()}
    # The largest first, so that no core waits for the last one.
    wanted = sorted((f for f, key in keys.items() if cache.get(str(f.relative_to(root))) != key),
                    key=lambda f: -sum(p.stat().st_size for p in files[f]))
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for path, code, output in pool.map(lambda f: check(f, options.build), wanted):
            name = str(path.relative_to(root))
            if code == 0:
                cache[name] = keys[path]
            else:
                failed += 1
                print(output)
    cache_path.write_text(json.dumps(cache, indent=0, sort_keys=True))
    looked_at = sum(len(files[f]) for f in wanted)
    print(f"clang-tidy: {sum(map(len, files.values()))} sources, {looked_at} looked at, "
          f"{failed} of {len(wanted)} runs with warnings")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
