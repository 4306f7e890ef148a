# Completes masarat's words in bash. In ~/.bashrc: eval "$(masarat completion bash)"
_masarat_completion() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        line=${line%%$'\t'*}
        case $line in
            files) compopt -o filenames -o default 2>/dev/null ;;
            folders) compopt -o filenames -o dirnames 2>/dev/null ;;
            nospace) compopt -o nospace 2>/dev/null ;;
            =*) COMPREPLY+=("${line#=}") ;;
        esac
    done < <(COMP_LINE=${COMP_LINE:0:COMP_POINT} COMP_BREAKS=$COMP_WORDBREAKS \
        _MASARAT_COMPLETE=bash_complete "${1/#\~/$HOME}" 2>/dev/null)
}
complete -o nosort -F _masarat_completion masarat 2>/dev/null ||
    complete -F _masarat_completion masarat
