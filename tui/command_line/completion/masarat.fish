# Completes masarat's words in fish. In ~/.config/fish/config.fish: masarat completion fish | source
function __masarat_completion
    set -lx COMP_LINE (commandline -cp)
    for line in (_MASARAT_COMPLETE=fish_complete masarat 2>/dev/null)
        switch $line
            case files
                __fish_complete_path (commandline -ct)
            case folders
                __fish_complete_directories (commandline -ct)
            case '=*'
                string sub --start 2 -- $line
        end
    end
end
complete --no-files --command masarat --arguments '(__masarat_completion)'
