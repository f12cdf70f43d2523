# SPDX-License-Identifier: Apache-2.0
# bash completion of dragoman. Source it, or put it into bash-completion's folder as "dragoman".

_dragoman() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} words=""
    local reading="--input --field --date --conllu --text --threads --data"
    local views="processes meetings proposals positions statements reversals silence conflicts trace timeline diff brief"
    local viewing="--database --format --process --party --actor --place --source --from --to --limit --color --width --help"
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W "code ingest recode processes meetings proposals positions statements reversals silence conflicts trace timeline diff brief parse explain lexicon test build eval import unknown --help --version" -- "$current")
        return
    fi
    case $before in
    --format)
        words="conllu tree"
        [[ $command == code ]] && words="table ndjson conllu"
        [[ $command == recode ]] && words="text ndjson"
        [[ $command == unknown ]] && words="table tsv"
        [[ " $views " == *" $command "* ]] && words="table ndjson csv markdown"
        ;;
    --type)
        words="person organization place unsure"
        [[ $command == lexicon ]] && words="AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
        ;;
    --input) words="text ndjson conllu" ;;
    --conllu) words="tokens trees" ;;
    --color) words="auto always never" ;;
    --field) words="text= id= url= publisher= title= author= date= language=" ;;
    --date | --text | --threads | --jobs | --width | --event | --sentence | --only | --name | --until | --least | --top | --contexts | --process | --party | --actor | --place | --source | --from | --to | --since | --days | --limit) return ;;
    lexicon) words="list search check why-not add" ;;
    *)
        if [[ $current == -* ]]; then
            case $command in
            code) words="--format $reading --color --width --help" ;;
            ingest) words="--database --update --jobs $reading --help" ;;
            recode) words="--database --diff --format --replace --threads --jobs --data --help" ;;
            positions) words="--list $viewing" ;;
            silence) words="--days $viewing" ;;
            diff) words="--since --until $viewing" ;;
            brief) words="--since $viewing" ;;
            processes | meetings | proposals | statements | reversals | conflicts | trace | timeline) words="$viewing" ;;
            parse) words="--format --readings $reading --help" ;;
            explain) words="--event --sentence $reading --color --width --help" ;;
            test) words="--only --accept --verbose --threads --data --help" ;;
            build) words="--data-folder --gazetteer --models --output --verbose --help" ;;
            import) words="--actors --agents --discards --verbs --other-codes --data-folder --inclusive --until --output --help" ;;
            unknown) words="--format --type --least --top --contexts $reading --help" ;;
            lexicon) words="--type --date --data-folder --models --data --help" ;;
            eval) words="--task --errors --gold-tokens --only --name --save --data-folder --models --data --help" ;;
            esac
        fi
        ;;
    esac
    if [[ -n $words ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    else
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
}

complete -F _dragoman dragoman
