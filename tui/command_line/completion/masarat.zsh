#compdef masarat
# Completes masarat's words in zsh. In ~/.zshrc: eval "$(masarat completion zsh)"
_masarat_completion() {
    local line value space=' '
    local -a values shown
    while IFS= read -r line; do
        case $line in
            files) _files ;;
            folders) _files -/ ;;
            nospace) space='' ;;
            '='*)
                value=${${line#'='}%%$'\t'*}
                values+=("$value")
                if [[ $line == *$'\t'* ]]; then
                    shown+=("$value  -- ${line#*$'\t'}")
                else
                    shown+=("$value")
                fi
                ;;
        esac
    done < <(COMP_LINE="${(j: :)words[1,CURRENT]}" _MASARAT_COMPLETE=zsh_complete \
        "${words[1]/#\~/$HOME}" 2>/dev/null)
    (( $#values )) && compadd -U -V masarat -l -S "$space" -d shown -a values
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _masarat_completion "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
    compdef _masarat_completion masarat
fi
