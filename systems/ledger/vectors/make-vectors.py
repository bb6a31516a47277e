"""Makes lines.json: the journal line written a second time, from docs/adr/0002-journal-line.md and with hashlib alone.
Run: python3 make-vectors.py > lines.json   (salts and ids are fixed, so the output is always the same)"""
import hashlib, json, uuid

def canonical(value):  # RFC 8785 for what stands here: Python's short form, keys by UTF-16 code units
    def ordered(v):
        if isinstance(v, dict):
            return {k: ordered(v[k]) for k in sorted(v, key=lambda k: k.encode("utf-16-be"))}
        return [ordered(x) for x in v] if isinstance(v, list) else v
    return json.dumps(ordered(value), ensure_ascii=False, separators=(",", ":"))

sha = lambda *parts: hashlib.sha256(b"".join(parts)).digest()
salt = lambda name: sha(b"salt of the golden vectors ", name.encode())
made_id = lambda name: str(uuid.uuid5(uuid.NAMESPACE_URL, "golden vector " + name))
hexed = lambda data: data.hex()

MATTER, LANE, PLACE = made_id("matter"), made_id("lane"), made_id("place")
TEXTS = [
    {"title": "路灯不亮（虚构）", "text": "村口三盏路灯\n十天不亮。"},
    None,
    "一行字",
    {"text": "引号 \" 反斜杠 \\ \\x41 \\\\ 制表\t退格\b 换页\f 控制\u0001 删除\u007f 行分隔\u2028"},
    {"text": "罕见字 𬭚 㘎 表情 😀👨‍👩‍👧 组合 é"},
    {"text": "长" * 7000},
    {"𬭚": 1, "\ufffd": 2, "é": 3, "z": 4, "10": 5, "9": 6, "": 7},
    [1, 0.5, -3, True, False, None, [], {}],
    {"number": "", "prev_leaf": ""},
    {"text": ""},
    {"answer": "已修复（虚构）", "proposal": {"category": "lighting", "corrected": True}},
    {"text": "撤回"},
]
PLAN = [  # procedure, version, act, facts, text, attachments, device
    ("matter", MATTER, 1, "receive", {"kind": "complaint", "state": "received", "facts": {"door": "portal"}}, 0, 2, True),
    ("matter", MATTER, 2, "confirm", {"state": "triaged", "rules": {"catalogue": 3, "categories": 1, "rules": 12}}, 10, 0, False),
    ("matter", MATTER, 3, "dispatch", {"state": "dispatched", "unit": made_id("unit"), "deadline": "2026-12-01", "facts": {"support": [made_id("s1"), made_id("s2")]}}, 1, 0, False),
    ("matter", MATTER, 4, "note", {"state": "dispatched", "facts": {"late": False, "days": 3, "share": 0.25, "reason": None}}, 3, 0, True),
    ("matter", MATTER, 5, "answer", {"state": "answered", "outcome": "done"}, 5, 1, False),
    ("matter", MATTER, 6, "close", {"state": "closed", "outcome": "done"}, 2, 0, False),
    ("service", LANE, 1, "open", {"state": "open", "unit": made_id("unit")}, 4, 0, False),
    ("service", LANE, 2, "answer", {"state": "answered"}, 8, 3, False),
    ("service", LANE, 3, "withdraw", {"state": "withdrawn", "number": "410425-2026-000123"}, 11, 0, False),
    ("place", PLACE, 1, "add", {}, 6, 0, False),
    ("place", PLACE, 2, "rename", {"rules": {"version": "2026-11"}}, 7, 0, False),
    ("place", PLACE, 3, "end", {"facts": {}}, 9, 0, False),
]

vectors, leaves = [], {}
for n, (kind, procedure, version, act, facts, text, attachments, device) in enumerate(PLAN):
    line, at = made_id(f"line {n}"), f"2026-11-{n + 1:02d}T08:00:00.{n * 83:03d}Z"
    matter = None if kind == "place" else MATTER
    number = facts.get("number", "410425-2026-000123" if kind == "matter" else "")
    actor = [{"role": "portal", "reporter": made_id("reporter")}, {"role": "app", "person": made_id("person"), "post": made_id("post")}, {"role": "jobs"}][n % 3]
    persons = {"actor": actor, "persons": [made_id(f"reporter {i}") for i in range(n % 3)]}
    files = [hexed(sha(f"file {n} {i}".encode())) for i in range(attachments)]
    device_at = "2026-10-31T23:59:59.999Z" if device else None
    previous = leaves.get(procedure)
    public = {**facts, "number": number, "act": act, "at": at, "command": made_id(f"command {n}"), "county": 410425, "line": line,
              "prev_leaf": hexed(previous) if previous else "", "procedure": kind, "procedure_id": procedure, "version": version}
    if matter: public["matter"] = matter
    if device_at: public["device_at"] = device_at
    groups = [canonical(public), canonical({"attachments": files, "content": TEXTS[text]}), canonical(persons)]
    salts = [salt(f"{group} {n}") for group in ("public", "text", "person")]
    hashes = [sha(p, s, g.encode()) for p, s, g in zip((b"cl1/pub\n", b"cl1/txt\n", b"cl1/idn\n"), salts, groups)]
    leaves[procedure] = leaf = b"cl1\n" + sha(b"cl1/leaf\n", *hashes)
    vectors.append({
        "act": {"county": 410425, "id": line, "procedure": {"kind": kind, "id": procedure}, "matter": matter, "version": version, "act": act, "at": at,
                "deviceAt": device_at, "command": made_id(f"command {n}"), "facts": facts, "text": {"attachments": files, "content": TEXTS[text]}, "persons": persons},
        "number": number, "salts": [hexed(s) for s in salts],
        "expected": {"groups": groups, "hashes": [hexed(h) for h in hashes], "previous": hexed(previous) if previous else None, "leaf": hexed(leaf)},
    })
print(json.dumps(vectors, ensure_ascii=False, indent=1))
