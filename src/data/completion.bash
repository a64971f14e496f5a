# Completes certrenew in bash; printed by `certrenew completion bash`.

# What a command has, of which the name is given: options, arguments, and the argument for the rest.
_certrenew_has() {
  options=() repeatable='' arguments=() rest=''
  case $1 in
@has@
  esac
}

# What the value of a command's option or argument is: its kind, and words. Fails where it has none.
_certrenew_takes() {
  takes=()
  case "$1 $2" in
@takes@
    *) return 1 ;;
  esac
}

# Adds what the value, so far, can become.
_certrenew_offer() {
  local found=() folders=() name kind=${takes[0]}
  case $kind in
    list)
      head+=${value%"${value##*,}"}
      value=${value##*,}
      ;;
    activities) compopt -o nospace ;;
    file | log)
      compopt -o filenames
      value=${value//[\\\"\']/}
      ;;
  esac
  case $kind in
    word | list | activities) mapfile -t found < <(compgen -W "${takes[*]:1}" -- "$value") ;;
    file) mapfile -t found < <(compgen -f -- "$value") ;;
    log)
      mapfile -t found < <(compgen -d -- "$value")
      mapfile -t folders < <(compgen -f -- "$value")
      for name in "${folders[@]}"; do
        [[ $name == *.@(json|ndjson|jsonl) ]] && found+=("$name")
      done
      ((${#found[@]} == 0)) && found=("${folders[@]}")
      ;;
  esac
  COMPREPLY+=("${found[@]/#/$head}")
}

# Adds the options that are not yet there, or may be again.
_certrenew_offer_options() {
  local option
  for option in "${options[@]}"; do
    [[ $option == "$whole"* ]] || continue
    [[ $used == *" $option "* && $repeatable != *" $option "* ]] || COMPREPLY+=("$option")
  done
}

_certrenew() {
  # Readline splits words at = : @ too; put them together again, up to the cursor.
  local line=${COMP_LINE:0:COMP_POINT} words=() word last i
  for ((i = 0; i <= COMP_CWORD; i++)); do
    last=${line#"${line%%[![:space:]]*}"}
    word=${COMP_WORDS[i]}
    ((i == COMP_CWORD)) && word=$last
    if ((i > 0)) && [[ $last == "$line" && ${COMP_WORDS[i - 1]} != *[\<\>] ]]; then
      words[${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
    line=${last#"$word"}
  done

  # What stands before the word at the cursor.
  local whole=${words[${#words[@]} - 1]} command='' option='' ended='' used=' ' given=0 takes
  for word in "${words[@]:1:${#words[@]}-2}"; do
    if [[ $option ]]; then
      option=''
    elif [[ $word == *[\<\>] ]]; then
      option=$word
    elif [[ ! $ended && $word == -- ]]; then
      ended=yes
    elif [[ ! $ended && $word == -?* ]]; then
      used+="${word%%=*} "
      [[ $word != *=* ]] && _certrenew_takes "$command" "$word" && option=$word
    elif [[ ! $command ]]; then
      command=$word
    else
      ((given += 1))
    fi
  done

  local options repeatable arguments rest head='' value=$whole
  COMPREPLY=()
  _certrenew_has "$command"
  if [[ $option == *[\<\>] ]]; then
    takes=(file)
    _certrenew_offer
  elif [[ $option ]]; then
    _certrenew_takes "$command" "$option" && _certrenew_offer
  elif [[ ! $ended && $whole == --*=* ]]; then
    head=${whole%%=*}= value=${whole#*=}
    _certrenew_takes "$command" "${whole%%=*}" && _certrenew_offer
  elif [[ ! $ended && $whole == -* ]]; then
    _certrenew_offer_options
  elif [[ ! $command ]]; then
    takes=(word @commands@)
    _certrenew_offer
  else
    _certrenew_takes "$command" "${arguments[given]:-$rest}" && _certrenew_offer
  fi

  # Only what readline takes for the last word is replaced.
  [[ $last == [=:@] ]] && last=''
  local before=${whole%"$last"}
  COMPREPLY=("${COMPREPLY[@]#"$before"}")
}

complete -F _certrenew certrenew
