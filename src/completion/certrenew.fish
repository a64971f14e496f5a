# Completes certrenew in fish. Printed by `certrenew completion fish`.

# Files with one of these endings, and folders; all files where there are none.
function __certrenew_files
    set -l token (commandline -ct)
    set -l head (string match -r -- '^--[^=]*=' $token)
    set -l files (__fish_complete_path (string replace -r -- '^--[^=]*=' '' $token))
    set -l wanted $files
    if set -q argv[1]
        set wanted (string match -r -- '^.*(?:/|\.(?:'(string join '|' $argv)'))(?:\t.*)?$' $files)
        set -q wanted[1]; or set wanted $files
    end
    for file in $wanted
        printf '%s%s\n' "$head" $file
    end
end

function __certrenew_complete
    set -l words (commandline -opc) (commandline -ct)
    for line in (command $words[1] completion --for fish -- $words[2..-1] 2>/dev/null)
        if string match -q -- ':files*' $line
            __certrenew_files (string split -n ' ' (string replace ':files' '' $line))
        else
            printf '%s\n' $line
        end
    end
end

complete -c certrenew -f -a '(__certrenew_complete)'
