# SPDX-License-Identifier: Apache-2.0
# fish completion of dragoman. Put it into ~/.config/fish/completions.

set -l commands code parse explain test build eval
set -l reading code parse explain

complete -c dragoman -n "not __fish_seen_subcommand_from $commands" -f -l version -d 'version'
complete -c dragoman -n "not __fish_seen_subcommand_from $commands" -f -a code -d 'reads reports and writes their record'
complete -c dragoman -n "not __fish_seen_subcommand_from $commands" -f -a parse -d 'writes sentences, tokens, tags and trees'
complete -c dragoman -n "not __fish_seen_subcommand_from $commands" -f -a explain -d 'shows why an event was coded'
complete -c dragoman -n "not __fish_seen_subcommand_from $commands" -f -a test -d 'runs the frames\' examples and the corpus'
complete -c dragoman -n "not __fish_seen_subcommand_from $commands" -f -a build -d 'compiles data and models into the data file'
complete -c dragoman -n "not __fish_seen_subcommand_from $commands" -f -a eval -d 'measures accuracy against treebanks'
complete -c dragoman -l help -d 'help'

complete -c dragoman -n "__fish_seen_subcommand_from $reading" -x -l input -a 'text ndjson conllu' -d 'what the inputs are'
complete -c dragoman -n "__fish_seen_subcommand_from $reading" -x -l field -a 'text= id= url= publisher= title= author= date= language=' -d 'name of a field in NDJSON'
complete -c dragoman -n "__fish_seen_subcommand_from $reading" -x -l date -d 'day of texts without a date'
complete -c dragoman -n "__fish_seen_subcommand_from $reading" -x -l conllu -a 'tokens trees' -d 'take from CoNLL-U'
complete -c dragoman -n "__fish_seen_subcommand_from $reading" -x -l text -d 'read this text'
complete -c dragoman -n "__fish_seen_subcommand_from $reading test" -x -l threads -d 'number of threads'
complete -c dragoman -n "__fish_seen_subcommand_from $reading test eval" -r -l data -d 'data file'
complete -c dragoman -n "__fish_seen_subcommand_from code" -x -l format -a 'table ndjson conllu' -d 'output'
complete -c dragoman -n "__fish_seen_subcommand_from parse" -x -l format -a 'conllu tree' -d 'output'
complete -c dragoman -n "__fish_seen_subcommand_from code explain" -x -l color -a 'auto always never' -d 'when to use colours'
complete -c dragoman -n "__fish_seen_subcommand_from code explain" -x -l width -d 'columns to fill'
complete -c dragoman -n "__fish_seen_subcommand_from explain" -x -l event -d 'only this event'
complete -c dragoman -n "__fish_seen_subcommand_from explain" -x -l sentence -d 'only this sentence'
complete -c dragoman -n "__fish_seen_subcommand_from test" -x -l only -d 'only cases with these words'
complete -c dragoman -n "__fish_seen_subcommand_from test" -l accept -d 'rewrite what is expected'
complete -c dragoman -n "__fish_seen_subcommand_from test build" -l verbose -d 'more words'
complete -c dragoman -n "__fish_seen_subcommand_from build" -r -l data-folder -d 'text that people edit'
complete -c dragoman -n "__fish_seen_subcommand_from build" -r -l models -d 'trained models'
complete -c dragoman -n "__fish_seen_subcommand_from build" -r -l output -d 'data file to write'
complete -c dragoman -n "__fish_seen_subcommand_from eval" -l gold-tokens -d 'take sentences and tokens from the gold file'
complete -c dragoman -n "__fish_seen_subcommand_from eval" -x -l only -d 'only documents that start so'
complete -c dragoman -n "__fish_seen_subcommand_from eval" -x -l name -d 'name of the set'
complete -c dragoman -n "__fish_seen_subcommand_from eval" -r -l save -d 'CSV file for the scores'
