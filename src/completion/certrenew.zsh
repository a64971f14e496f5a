#compdef certrenew
# Completes certrenew in zsh. Printed by `certrenew completion zsh`.

_certrenew() {
  local line word done=1
  local -a candidates descriptions beginnings
  for line in "${(@f)$(command ${(Q)words[1]} completion --for zsh -- \
      "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}"; do
    word=${line%%$'\t'*}
    case $line in
      '') ;;
      :files)
        compset -P '--*='
        _files && done=0
        ;;
      :files*)
        _files -g "*.(${(j:|:)${(z)line#:files}})" && done=0
        ;;
      *[:@]) beginnings+=("$word") ;;
      *)
        candidates+=("$word")
        descriptions+=("${line/$'\t'/  -- }")
        ;;
    esac
  done
  (( $#beginnings )) && compadd -S '' -a beginnings && done=0
  (( $#candidates )) && compadd -l -d descriptions -a candidates && done=0
  return done
}

# Completion calls this file as a function; otherwise it was sourced.
if [ "$funcstack[1]" = _certrenew ]; then
  _certrenew "$@"
else
  compdef _certrenew certrenew
fi
