"""The same in Python, by its own json."""
import json
import sys

write = sys.stdout.write
for line in open(sys.argv[1], encoding="utf-8"):
    write(json.dumps(json.loads(line), separators=(",", ":"), ensure_ascii=False) + "\n")
