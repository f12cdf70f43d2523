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
echo "-- tokens"
dragoman parse --conllu tokens gold.conllu | cut -f 1-2 | grep -v '^# text\|^# sent_id'
echo "-- wrong"
printf '1\tTalks\n' | dragoman parse --input conllu
echo "code $?"
