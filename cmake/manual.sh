#!/bin/sh
# Writes a manual page from Markdown: lowdown does the work; awk and sed do what man pages want and
# Markdown cannot say.
#
#   manual.sh PAGE.SECTION.md VERSION DATE > PAGE.SECTION
set -eu

file=$(basename "$1" .md)
title=${file%.*}
section=${file##*.}

# The title goes to the first line of the page, so the sections are its first headings.
awk '/^```/ { code = !code }
     !code && /^# / { next }
     !code && /^## / { print toupper(substr($0, 2)); next }
     !code && /^### / { print substr($0, 2); next }
     { print }' "$1" |
  lowdown -s -Tman --out-no-smarty --nroff-nolinks -m "title=$title" -m "section=$section" \
    -m "date=$3" -m "source=certrenew $2" -m "volume=certrenew manual" |
  # Headings stand on the line of their macro, and no paragraph begins after one. There is no font
  # C. A hyphen may be part of a command.
  sed -e '/^\.S[HS]$/{N;s/\n/ /;n;/^\.LP$/d;}' -e 's/\\fC/\\fB/g' -e '/^[^.]/s/-/\\-/g' |
  # Examples are 80 columns wide, so a wide one begins at the edge.
  awk '/^\.EX$/ { block = 1; wide = 0; text = ""; next }
       /^\.EE$/ { print wide ? ".RS -7n\n.EX" : ".EX"; printf "%s", text; print ".EE"
                  if (wide) print ".RE"
                  block = 0; next }
       block { text = text $0 "\n"; if (length($0) > 72) wide = 1; next }
       { print }'
