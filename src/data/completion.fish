# Completes certrenew in fish; printed by `certrenew completion fish`.

# Whether that command is called ("": none yet), and none of the other words is there already: as it
# stands, or, where it ends in =, as an option with its value.
function __certrenew_wants
    set -l words (commandline -opc)
    set -e words[1]
    test "$words[1]" = "$argv[1]"; or return
    set -e argv[1]
    set -e words[1]
    set -l before_last $words
    set -e before_last[-1]
    for word in $argv
        contains -- $word $words; and return 1
        string match -q -- "$word*" $words; and string match -q -- '*=' $word; and return 1
        contains -- (string replace -r '=$' '' -- $word) $before_last; and return 1
    end
    return 0
end

# Words that may follow each other with commas between them.
function __certrenew_list
    set -l value (commandline -ct | string replace -r '^--[^=]*=' '')
    set -l before (string match -r -- '^.*,' "$value")
    if set -q before[1]
        printf '%s\n' $before[1]$argv
    else
        printf '%s\n' $argv
    end
end

# Folders, and files that are named as logs are; all files where there are none.
function __certrenew_logs
    set -l files (__fish_complete_path (commandline -ct))
    set -l logs (string match -r -- '^.*(?:/|\.json|\.ndjson|\.jsonl)(?:\t.*)?$' $files)
    if set -q logs[1]
        printf '%s\n' $logs
    else if set -q files[1]
        printf '%s\n' $files
    end
end

complete -c certrenew -f
