# Completes certrenew in bash. Printed by `certrenew completion bash`.

# Adds files that begin with $1 and have one of the other arguments as ending, and folders; all
# files where there are none.
_certrenew_files() {
  local value=${1//[\\\"\']/} endings=" ${*:2} " found=() name
  compopt -o filenames
  mapfile -t found < <(compgen -f -- "$value")
  for name in "${found[@]}"; do
    [[ $# -eq 1 || -d $name || $endings == *" ${name##*.} "* ]] && COMPREPLY+=("$name")
  done
  ((${#COMPREPLY[@]} > 0)) || COMPREPLY=("${found[@]}")
}

_certrenew() {
  local line=${COMP_LINE:0:COMP_POINT} current=$2 words=() candidate before
  read -ra words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=('')
  COMPREPLY=()
  if [[ $3 == *[\<\>] ]]; then
    _certrenew_files "$current"
    return
  fi
  # Readline splits words at = and : and @, and replaces the last part only.
  [[ $current == [=:@] ]] && current=
  before=${words[${#words[@]} - 1]%"$current"}
  while IFS= read -r candidate; do
    case $candidate in
      :files*) _certrenew_files "$current" ${candidate#:files} ;;
      *[:@]) compopt -o nospace ;;&
      *) COMPREPLY+=("${candidate#"$before"}") ;;
    esac
  done < <(command "$1" completion --for bash -- "${words[@]:1}" 2>/dev/null)
}

complete -F _certrenew certrenew
