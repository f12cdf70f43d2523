# Wrong use of each kind: said on standard error, code 2, nothing done.
try() {
    dragoman "$@" </dev/null
    echo "code $?"
}
try code --colour always
try code --format xml
try code --format
try code --threads 0
try code --threads many
try code --threads 99999999999999999999
try code --date 2025-13-01
try code --date 2025-02-30
try code --date tomorrow
try code --field body
try code --field headline=h
try code --field text=
try code --input pdf
try code --text x report.txt
try code -x
try code --width 5
try parse --format table
try parse --conllu gold
try explain --sentence -1
try test --accept=no
try build somewhere
try forecast 2>&1 | sed -n 1p
try 2>&1 | sed -n 1p
