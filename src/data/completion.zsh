#compdef certrenew
# Completes certrenew in zsh; printed by `certrenew completion zsh`.

_certrenew() {
  local context state state_descr line done=1
  typeset -A opt_args
  local -a commands=(
@commands@
  )
  _arguments -C -S \
@options@
        '1: :->command' \
        '*:: :->called' && done=0
  case $state in
    command) _describe -t commands command commands && done=0 ;;
    called) _certrenew_call "$words[1]" && done=0 ;;
  esac
  return done
}

# What follows the name of a command.
_certrenew_call() {
  local done=1
  case $1 in
@cases@
  esac
  return done
}

# Called by the completion, as an autoloaded function; or sourced.
if [ "$funcstack[1]" = _certrenew ]; then
  _certrenew "$@"
else
  compdef _certrenew certrenew
fi
