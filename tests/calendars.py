#!/usr/bin/env python3
"""Tests what `calendar` prints with independent parsers of iCalendar: python3-icalendar and, where it is
installed, libical."""
import ctypes
import datetime
import hashlib
import itertools
import re
import uuid

from icalendar import Calendar

import harness

NAMESPACE = uuid.UUID("87c6f2b4-2f0a-4f7e-9d3c-5b1d0a6e4c21")
SUMMARIES = {"exam-window": "exam window opens", "last-day": "while active",
             "suspension": "suspend", "expiration": "expire"}
ESCAPED = re.compile(r"([^\\;,]|\\[\\;,])*")
ESCAPED_LINES = re.compile(r"([^\\;,]|\\[\\;,n])*")
NASTY = ["", " ", ";,:\"\\", "\\n", "\r\nBEGIN:VEVENT\r\n", "\n ", "a\tb\0c\u001b[31m", "\u202e\u200bx\ufeff",
         "漢字" * 40, "é" * 75, "👩\u200d💻" * 20, "x" * 74 + "é", "\U000e0001", "%s%n", "=1+1", "\x85\u2028"]


def day(text):
    return datetime.date.fromisoformat(text)


def unsafe(text):
    return any((ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 or ord(c) in
               (0xAD, 0x200B, 0x200E, 0x200F, 0xFEFF) or 0x2028 <= ord(c) <= 0x202E or ord(c) >= 0xE0000
               for c in text)


def name_uuid(kind, code, candidate, before=0):
    """The UID that is promised: of these parts, each with its length in front."""
    known = [(key, text) for key, text in (candidate or {}).items() if text is not None]
    holder = min(known, default=("", ""))
    parts = [part.encode() for part in [kind, code, *holder] + ([str(before)] if before else [])]
    text = b"".join(b"%d:%b," % (len(part), part) for part in parts)
    digest = hashlib.sha1(NAMESPACE.bytes + text).digest()
    return str(uuid.UUID(bytes=digest[:16], version=5))


class Libical:
    """What libical reads."""
    VEVENT = 4

    def __init__(self):
        self.library = ctypes.CDLL("libical.so.3")
        for name, result in {"icalparser_parse_string": ctypes.c_void_p, "icalcomponent_get_uid": ctypes.c_char_p,
                             "icalcomponent_get_first_component": ctypes.c_void_p,
                             "icalcomponent_get_next_component": ctypes.c_void_p,
                             "icalcomponent_get_summary": ctypes.c_char_p}.items():
            getattr(self.library, name).restype = result

    def read(self, text):
        """How many faults there are, and the UID and summary of each event."""
        calendar = ctypes.c_void_p(self.library.icalparser_parse_string(text))
        faults = self.library.icalcomponent_count_errors(calendar) + (not self.library.icalrestriction_check(calendar))
        events = {}
        event = self.library.icalcomponent_get_first_component(calendar, self.VEVENT)
        while event:
            one = ctypes.c_void_p(event)
            events[self.library.icalcomponent_get_uid(one).decode()] = self.library.icalcomponent_get_summary(one).decode()
            event = self.library.icalcomponent_get_next_component(calendar, self.VEVENT)
        self.library.icalcomponent_free(calendar)
        return faults, events


class Calendars(harness.Suite):
    def set_up(self):
        try:
            self.libical = Libical()
        except OSError:
            self.libical = None
            print("without libical")

    def calendar(self, *arguments):
        """The parsed calendar, and its events by UID, once its bytes were looked at."""
        result = self.run("calendar", *arguments)
        self.printed = result.stdout
        what = " ".join(map(str, arguments))
        self.check(result.returncode == 0, f"{what}: exit {result.returncode}: {result.stderr}")
        self.check_bytes(result.stdout, what)
        calendar = Calendar.from_ical(result.stdout)
        self.check(not calendar.errors and calendar["VERSION"] == "2.0", f"{what}: {calendar.errors}")
        events = calendar.walk("VEVENT")
        self.check(len(events) + len(calendar.walk("VALARM")) + 1 == len(calendar.walk()),
                   f"{what}: something else than events and alarms")
        by_uid = {str(event["UID"]): event for event in events}
        self.check(len(by_uid) == len(events), f"{what}: two events with one UID")
        if self.libical:
            faults, known = self.libical.read(result.stdout)
            self.check(faults == 0 and set(known) == set(by_uid), f"{what}: libical finds {faults} faults in {known}")
            for uid in set(known) & set(by_uid):
                # The one takes an escaped backslash and an n for a line feed, the other drops a space in front.
                read = str(by_uid[uid]["SUMMARY"])
                self.check(known[uid] == read.lstrip(" ") or "\\n" in known[uid], f"{read!r}, {known[uid]!r}")
        return by_uid

    def check_bytes(self, text, what):
        self.check(text.endswith(b"\r\n") and text.count(b"\n") == text.count(b"\r\n") == text.count(b"\r"),
                   f"{what}: lines that don't end with CRLF")
        for line in text.split(b"\r\n"):
            self.check(len(line) <= 75, f"{what}: {len(line)} octets: {line}")
            try:
                line.decode()
            except UnicodeDecodeError:
                self.check(False, f"{what}: folded within a character: {line}")
        # The parser takes an escaped backslash and an n for a line feed, so this is looked at here.
        for line in text.replace(b"\r\n ", b"").decode().split("\r\n"):
            name, _, value = line.partition(":")
            escapes = {"SUMMARY": ESCAPED, "DESCRIPTION": ESCAPED_LINES}.get(name)
            self.check(not escapes or escapes.fullmatch(value), f"{what}: badly escaped: {line}")
        self.check(not unsafe(text.decode().replace("\r\n", "\n")), f"{what}: raw control characters")

    def expected(self, credential, doubts, as_of):
        """Kind and day of each event that the answer of `status` asks for. What is expired hides
        its window there, so that kind is left out. The last day is a safe one under all readings."""
        suspends, expires = (one and day(one) for one in (credential["suspends"], credential["expires"]))
        if not suspends and not expires:
            return
        if credential["exam_window"]:
            yield "exam-window", day(credential["exam_window"]["opens"])
        ends = [suspends or expires]
        if credential["status"] in ("active", "upcoming"):
            others = [day(one["suspends"]) for one in doubts if one["credential"] == credential["code"] and one["suspends"]]
            ends += [one for one in others if one > as_of]
        yield "last-day", min(ends) - datetime.timedelta(1)
        if suspends and suspends != expires:
            yield "suspension", suspends
        if expires:
            yield "expiration", expires

    def check_log(self, log, as_of, *more, remind=None):
        arguments = [log, "--as-of", as_of, *more]
        option = [] if remind is None else ["--remind", ",".join(map(str, remind)) or "none"]
        remind = sorted((90, 60, 30, 7) if remind is None else set(remind), reverse=True)
        events = self.calendar(*arguments, *option)
        again = self.run("calendar", *arguments, *option).stdout
        self.check(again == self.printed, f"{arguments}: another calendar the second time")
        answer = self.json("status", "--format", "json", *arguments)
        known = 0
        for credential in answer["credentials"]:
            for kind, when in self.expected(credential, answer["doubts"], day(as_of)):
                uid = name_uuid(kind, credential["code"], answer["candidate"])
                known += uid in events
                self.check(uid in events, f"{arguments}: no {kind} of {credential['code']!r}")
                if uid in events:
                    self.check_event(events[uid], kind, when, day(as_of), credential, remind)
        windows = sum(one["status"] == "expired" for one in answer["credentials"])
        self.check(known <= len(events) <= known + windows, f"{arguments}: events that nobody knows")
        return events

    @staticmethod
    def day_to_act(kind, when, credential, alarms, is_earlier):
        """The day that the reminders of an event count to; nothing where another event has them.

        Which day before an expiration is the last safe one, `status` does not say: it is taken from
        the first reminder, and the others must agree with it.
        """
        if kind == "last-day":
            return when
        if kind != "expiration" or credential["suspends"] in (None, credential["expires"]):
            return None
        if not alarms:  # a day that is safe under every reading may be earlier still
            return None if is_earlier else when - datetime.timedelta(1)
        said = re.search(r"in (\d+) days?|today", str(alarms[0]["DESCRIPTION"]))
        return when + alarms[0]["TRIGGER"].dt + datetime.timedelta(int(said[1] or 0))

    def check_event(self, event, kind, when, as_of, credential, remind):
        what = f"{kind} of {credential['code']!r} as of {as_of}"
        self.check(event["DTSTART"].dt == when and type(event["DTSTART"].dt) is datetime.date, what)
        self.check("DTEND" not in event and "DURATION" not in event and "RRULE" not in event, what)
        self.check(event["DTSTAMP"].dt == datetime.datetime(*as_of.timetuple()[:3],
                                                            tzinfo=datetime.timezone.utc), what)
        self.check(event["SEQUENCE"] == as_of.toordinal() - 1, what)
        self.check(event["TRANSP"] == "TRANSPARENT", what)
        self.check(SUMMARIES[kind] in event["SUMMARY"], f"{what}: {event['SUMMARY']}")
        text = event["SUMMARY"] + event["DESCRIPTION"]
        self.check(not unsafe(text), f"{what}: {text!r}")
        self.check(event["DESCRIPTION"].endswith(f", as of {as_of}"), f"{what}: {text!r}")
        if credential["status"] in ("active", "upcoming") and kind == "last-day" and credential["units"]:
            self.check(f"CE units by {when}" in event["DESCRIPTION"].replace("unit ", "units "), text)
        alarms = event.walk("VALARM")
        act = self.day_to_act(kind, when, credential, alarms,
                              "whichever way the rules are read" in event["DESCRIPTION"])
        wanted = [n for n in remind if (act - as_of).days >= n] if act else []
        self.check([alarm["TRIGGER"].dt for alarm in alarms] ==
                   [-datetime.timedelta(n + (when - act).days) for n in wanted],
                   f"{what}: reminders {alarms}")
        self.check(all(alarm["ACTION"] == "DISPLAY" and alarm["DESCRIPTION"] for alarm in alarms), what)

    def test_examples(self):
        for log in sorted((self.source / "examples").glob("*.json")):
            if "policy" in log.name:
                continue
            own = log.with_name(log.stem + "-policy.json")
            policy = ["--policy", own] if own.exists() else []
            uids = set()
            for as_of in ("0001-01-01", "2024-02-29", "2025-06-01", "2025-12-31", "2026-06-01", "9000-01-01"):
                events = self.check_log(log, as_of, *policy)
                self.check(not uids or uids == set(events), f"{log} as of {as_of}: other UIDs")
                uids = set(events)
            self.check_log(log, "2026-03-01", *policy, "--what-if", "coursework@2026-02-01=100")
            self.check_log(log, "2026-03-01", *policy, remind=(0, 400, 1, 400))
            self.check_log(log, "2026-03-01", *policy, remind=())

    def test_nasty(self):
        for text in NASTY:
            certifications = [{"code": f"ACP-{text}z", "name": text, "earned": "2024-01-10"},
                              {"code": f"z{text}z", "type": "ACA", "earned": "2024-01-10"}]
            for candidate in ({"id": text}, {"name": text}, {"id": text, "name": text}):
                log = self.write("log.json", {"candidate": candidate, "certifications": certifications})
                self.check_log(log, "2025-06-01")
            policy = self.json("policy")
            policy["certification_types"]["ACP"]["renew_by"]["courses"] = {"all": [text or "x"]}
            self.check_log(log, "2025-06-01", "--policy", self.write("policy.json", policy))

    def test_tracked(self):
        """What has no rules has the events of the dates that it has."""
        for dates in ({"expires": "2027-05-02"}, {"suspends": "2027-05-02"},
                      {"suspends": "2027-01-02", "expires": "2027-05-02"}):
            log = {"certifications": [{"code": "CKA", "programme": "none", "earned": "2025-05-02", **dates}]}
            for as_of in ("2025-01-01", "2026-01-01", "2027-02-01", "2028-01-01"):
                self.check_log(self.write("log.json", log), as_of)

    def test_lengths(self):
        """Names around the length of a block of SHA-1, and lines around 75 octets."""
        for letter in "xé漢":
            certifications = [{"code": "ACP-" + letter * size, "name": letter * size, "earned": "2024-01-10"}
                              for size in range(140)]
            for size in (0, 37):
                log = self.write("log.json", {"certifications": certifications, "candidate": {"name": letter * size}})
                self.check_log(log, "2025-06-01", remind=(7,))

    def test_imports(self):
        """An import into what an earlier one left, UID by UID, leaves nothing twice."""
        log = {"certifications": [{"code": "ACP-620", "earned": "2024-01-10"}], "activities": []}
        before = self.calendar(self.write("log.json", log), "--as-of", "2025-12-01")
        log["activities"].append({"date": "2025-12-20", "type": "exam", "certification": "ACP-620"})
        log["certifications"].append({"code": "ACP-120", "earned": "2025-12-21"})
        after = self.calendar(self.write("renamed.json", log), "--as-of", "2025-12-31")
        held = {**before, **after}
        self.check(len(before) == 4 and len(after) == len(held) == 8, "an import doubles events")
        suspensions = [event["DTSTART"].dt for event in held.values() if "ACP-620: suspends" in event["SUMMARY"]]
        self.check(suspensions == [day("2027-12-20")], f"the old suspension stays: {suspensions}")
        self.check(all(after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"] for uid in before),
                   "a later calendar has no higher sequence")

    def test_holders(self):
        """Every pair of different holders, and codes, has UIDs of its own, even in separate calls."""
        holders = [None, {"id": "a"}, {"name": "a"}, {"id": "b"}, {"id": "a:1,"}, {"id": "id"}, {"name": ""}]
        uids = {}
        for number, (holder, code) in enumerate(itertools.product(holders, ("ACP-1", "ACP-11"))):
            log = {"certifications": [{"code": code, "earned": "2024-01-10"}]}
            if holder is not None:
                log["candidate"] = holder
            for uid in self.calendar(self.write(f"{number}.json", log), "--as-of", "2025-06-01"):
                self.check(uid not in uids, f"{holder} and {uids.get(uid)} share a UID")
                uids[uid] = holder
        together = self.calendar(*(f"{number}.json" for number in range(14)),
                                 "--as-of", "2025-06-01")
        self.check(set(together) == set(uids), "one call has other UIDs than many")

    def test_namesakes(self):
        log = {"certifications": [{"code": "ACP-1", "earned": "2024-01-10"}]}
        logs = [self.write(f"{name}.json", log) for name in "abc"]
        events = self.calendar(*logs, "--as-of", "2025-06-01")
        wanted = {name_uuid(kind, "ACP-1", None, before) for kind in SUMMARIES for before in range(3)}
        self.check(set(events) == wanted, "namesakes are not numbered")


if __name__ == "__main__":
    harness.main(Calendars)
