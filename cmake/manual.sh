#!/usr/bin/env bash
# Writes the manual: help2man makes a page from each `--help` and from src/manual/PAGE.h2m.
#
#   manual.sh PROGRAM FOLDER-OF-INCLUDES DATE FOLDER
set -euo pipefail

program=$1 includes=$2 released=$3 folder=$4
version=$("$program" --version)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$folder"

# arrange: help as help2man reads it: the exit status has a section, the example comes last, and the
# summary is left out, because it stands beside the name.
arrange() {
  awk '/^Example: / { example = substr($0, 10); next }
       after_usage && NF { after_usage = 0; next }
       /^Usage: / { after_usage = 1 }
       sub(/^Exit status: /, "") { print "*Exit status*\n" }
       { print }
       END { print "\nExamples:\n\n  $ " example }'
}

# write_page PAGE SEE-ALSO [COMMAND]
write_page() {
  local page=$1 see_also=$2 help summary
  help=$("$program" "${@:3}" --help)
  summary=$(sed -n '/^Usage: /{n;n;p;}' <<<"$help")
  arrange <<<"$help" >"$work/help"
  printf '[NAME]\n%s \\-\n%s\n\n[SEE ALSO]\n%s\n\n' "$page" "$summary" "$see_also" >"$work/include"
  cat "$includes/$page.h2m" >>"$work/include"
  help2man --no-info --locale C.UTF-8 --source "$version" --include "$work/include" \
    --help-option "$work/help" --version-string "$version" --output "$folder/$page.1" cat
  sed -i "/^\.TH /s/\"[A-Z][a-z]* [0-9]\{4\}\"/\"$released\"/" "$folder/$page.1"  # the whole date
}

mapfile -t commands < <("$program" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z]*\) .*/\1/p')
all=$(printf '.BR certrenew\\-%s (1),\n' "${commands[@]}")
write_page certrenew "${all%,}"
for command in "${commands[@]}"; do
  write_page "certrenew-$command" ".BR certrenew (1)" "$command"
done
