# Prints what `certrenew status` prints for the rosters of roster.py, without notices, exams and
# courses. Call it with --arg as_of DATE.

def units: {"coursework": 10, "local-event": 10, "global-event": 30};
def limits: {"local-event": 4, "global-event": 1};
def required: {"ACP": 100, "ACA": 50};
def two: tostring | if length < 2 then "0" + . else . end;
def last_day($y; $m):
  if $m == 2 then (if ($y % 4 == 0 and $y % 100 != 0) or $y % 400 == 0 then 29 else 28 end)
  elif [4, 6, 9, 11] | index($m) then 30 else 31 end;
def months_after($n):
  (.[0:4] | tonumber) as $y | (.[5:7] | tonumber) as $m | (.[8:10] | tonumber) as $d
  | ($y * 12 + $m - 1 + $n) as $i | (($i / 12) | floor) as $year | ($i % 12 + 1) as $month
  | "\($year)-\($month | two)-\([$d, last_day($year; $month)] | min | two)";
def days: strptime("%Y-%m-%d") | mktime / 86400;

def counted($day):
  reduce .[] as $one ({uses: {}, total: 0};
    .uses[$one.type] += 1
    | if .uses[$one.type] <= (limits[$one.type] // infinite) and $day < $one.stale
      then .total += $one.units else . end)
  | .total;

def term: .suspends = (.start | months_after(24)) | .expires = (.suspends | months_after(3));

def credential($done):
  . as $certification | (.code | split("-")[0]) as $type | required[$type] as $required
  | reduce ($done | group_by(.date)[]) as $same
      ({start: $certification.earned, first: true, renewals: [], cycle: []} | term;
       $same[0].date as $day
       | if $day > $as_of or $day < .start or ($day == .start and (.first | not)) or $day >= .expires then .
         else .cycle += ($same | sort_by(-.units))
           | if (.cycle | counted($day)) >= $required
             then .start = $day | .first = false | .cycle = [] | term
               | .renewals += [{date: .start, by: "units", suspends, expires}]
             else . end
         end)
  | (.cycle | counted($as_of)) as $total | ($as_of >= .expires) as $expired
  | {code: $certification.code, name: $certification.name, type: $type,
     status: (if $as_of < $certification.earned then "upcoming" elif $expired then "expired"
              elif $as_of < .suspends then "active" else "suspended" end),
     cycle_start: .start, suspends, expires,
     days_to_suspension: ((.suspends | days) - ($as_of | days)),
     days_to_expiration: ((.expires | days) - ($as_of | days)),
     units: (if $expired then null else {counted: $total, required: $required, needed: ($required - $total)} end),
     courses: null,
     exam_window: (if $expired then null else {opens: (.expires | months_after(-6)), closes: .expires} end),
     renewals};

(.activities | map(.stale = (.date | months_after(24)) | .units = (.units // units[.type]))) as $done
| {source: "-", line: input_line_number, as_of: $as_of, policy: "atlassian", candidate,
   credentials: [.certifications[] | credential($done)]}
