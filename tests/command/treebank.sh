# CoNLL-U as input: its tokens or its trees are taken as they are, document by document.
cat >gold.conllu <<'END'
# newdoc id = first
# text = Talks began.
1	Talks	talk	NOUN	NNS	Number=Plur	2	nsubj	_	_
2	began	begin	VERB	VBD	Mood=Ind|Tense=Past|VerbForm=Fin	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

# newdoc id = second
1	Odd	odd	X	FW	_	0	root	_	_
2	tree	tree	X	FW	_	1	dep	_	_

END
echo "-- trees"
dragoman parse --conllu trees gold.conllu | grep -v '^# text\|^# sent_id'
echo "-- drawn"
dragoman parse --format tree gold.conllu
echo "-- drawn, with branches that cross"
row() { printf '%s\t%s\t%s\t%s\t_\t_\t%s\t%s\t_\t_\n' "$@"; }
{
    row 1 A a DET 2 det
    row 2 hearing hearing NOUN 4 nsubj:pass
    row 3 is be AUX 4 aux:pass
    row 4 scheduled schedule VERB 0 root
    row 5 on on ADP 7 case
    row 6 the the DET 7 det
    row 7 issue issue NOUN 2 nmod
    row 8 today today NOUN 4 obl:unmarked
    row 9 . . PUNCT 4 punct
    echo
} >crossing.conllu
dragoman parse --format tree crossing.conllu
echo "-- tokens"
dragoman parse --conllu tokens gold.conllu | cut -f 1-2 | grep -v '^# text\|^# sent_id'
echo "-- wrong"
printf '1\tTalks\n' | dragoman parse --input conllu
echo "code $?"
