/* SPDX-License-Identifier: Apache-2.0
 * The language room: from bytes to sentences, tokens, tags, trees and lemmas.
 *
 * Three stages on a document, in this order, each linear in the length of the text:
 *   language_segment    sentences and tokens with their spans (segment.c)
 *   language_parse      upos, xpos, feats, head, deprel (parse.c)
 *   language_lemmatize  lemma (lemma.c)
 * language_read_conllu fills the same fields from CoNLL-U. This is the room's one door.
 */
#ifndef LANGUAGE_LANGUAGE_H
#define LANGUAGE_LANGUAGE_H

#include "model/model.h"
#include "record/record.h"

/* clang-format off */
/* Universal dependency relations as UD English uses them, with subtypes: drg_token.relation. */
#define LANGUAGE_RELATIONS(X)                                                                                          \
    X(ACL, "acl") X(ACL_RELCL, "acl:relcl") X(ADVCL, "advcl") X(ADVCL_RELCL, "advcl:relcl") X(ADVMOD, "advmod")         \
    X(AMOD, "amod") X(APPOS, "appos") X(AUX, "aux") X(AUX_PASS, "aux:pass") X(CASE, "case") X(CC, "cc")                 \
    X(CC_PRECONJ, "cc:preconj") X(CCOMP, "ccomp") X(COMPOUND, "compound") X(COMPOUND_PRT, "compound:prt")               \
    X(CONJ, "conj") X(COP, "cop") X(CSUBJ, "csubj") X(CSUBJ_OUTER, "csubj:outer") X(CSUBJ_PASS, "csubj:pass")           \
    X(DEP, "dep") X(DET, "det") X(DET_PREDET, "det:predet") X(DISCOURSE, "discourse") X(DISLOCATED, "dislocated")       \
    X(EXPL, "expl") X(FIXED, "fixed") X(FLAT, "flat") X(GOESWITH, "goeswith") X(IOBJ, "iobj") X(LIST, "list")           \
    X(MARK, "mark") X(NMOD, "nmod") X(NMOD_DESC, "nmod:desc") X(NMOD_POSS, "nmod:poss")                                 \
    X(NMOD_UNMARKED, "nmod:unmarked") X(NSUBJ, "nsubj") X(NSUBJ_OUTER, "nsubj:outer") X(NSUBJ_PASS, "nsubj:pass")       \
    X(NUMMOD, "nummod") X(OBJ, "obj") X(OBL, "obl") X(OBL_AGENT, "obl:agent") X(OBL_UNMARKED, "obl:unmarked")           \
    X(ORPHAN, "orphan") X(PARATAXIS, "parataxis") X(PUNCT, "punct") X(REPARANDUM, "reparandum") X(ROOT, "root")         \
    X(VOCATIVE, "vocative") X(XCOMP, "xcomp")
/* clang-format on */

typedef enum language_relation {
#define LANGUAGE_RELATION_ITEM(name, text) LANGUAGE_##name,
    LANGUAGE_RELATIONS(LANGUAGE_RELATION_ITEM)
#undef LANGUAGE_RELATION_ITEM
        LANGUAGE_RELATION_COUNT
} language_relation;

/* Penn tags as UD English uses them: drg_token.tag. */
/* clang-format off */
#define LANGUAGE_TAGS(X)                                                                                               \
    X(NN, "NN") X(IN, "IN") X(DT, "DT") X(NNP, "NNP") X(JJ, "JJ") X(PRP, "PRP") X(STOP, ".") X(RB, "RB")                \
    X(COMMA, ",") X(NNS, "NNS") X(VB, "VB") X(CC, "CC") X(VBD, "VBD") X(VBP, "VBP") X(VBZ, "VBZ") X(CD, "CD")           \
    X(VBN, "VBN") X(VBG, "VBG") X(TO, "TO") X(PRPS, "PRP$") X(MD, "MD") X(RRB, "-RRB-") X(LRB, "-LRB-") X(COLON, ":")   \
    X(WDT, "WDT") X(UH, "UH") X(WRB, "WRB") X(HYPH, "HYPH") X(OPEN, "``") X(CLOSE, "''") X(WP, "WP") X(POS, "POS")      \
    X(RP, "RP") X(NNPS, "NNPS") X(JJR, "JJR") X(JJS, "JJS") X(EX, "EX") X(RBR, "RBR") X(FW, "FW") X(DOLLAR, "$")        \
    X(GW, "GW") X(ADD, "ADD") X(SYM, "SYM") X(NFP, "NFP") X(PDT, "PDT") X(RBS, "RBS") X(LS, "LS") X(AFX, "AFX")         \
    X(WPS, "WP$") X(XX, "XX")
/* clang-format on */

typedef enum language_tag {
#define LANGUAGE_TAG_ITEM(name, text) LANGUAGE_TAG_##name,
    LANGUAGE_TAGS(LANGUAGE_TAG_ITEM)
#undef LANGUAGE_TAG_ITEM
        LANGUAGE_TAG_COUNT
} language_tag;

drg_text language_relation_name(language_relation relation);
drg_text language_tag_name(language_tag tag);
uint32_t language_relation_from(
    drg_text name);                        /* unknown subtypes fall back to their plain relation; DRG_NONE unknown */
uint32_t language_tag_from(drg_text name); /* DRG_NONE unknown */

/* The value of one feature of a FEATS string, "Past" of ("Mood=Ind|Tense=Past", "Tense"); empty when it is not there.
 */
drg_text language_feature(drg_text feats, const char *name);

/* The models of this room: const, shared by threads. Opened from a data file that outlives it, closed once. */
typedef struct language_models language_models;
drg_status language_open(const model_file *file, language_models **ret_models, drg_error *error);
void language_close(language_models *models);

/* What language_parse needs beside the document and keeps between documents: one a session. NULL when out of memory. */
typedef struct language_scratch language_scratch;
language_scratch *language_scratch_new(const language_models *models);
void language_scratch_free(language_scratch *scratch);

/* The stages. `arena` is scratch memory that the session resets after the document; results go to the document's arena.
 */
void language_segment(const language_models *models, base_arena *arena, drg_document *document);
void language_parse(const language_models *models, language_scratch *scratch, base_arena *arena,
                    drg_document *document);
void language_lemmatize(const language_models *models, base_arena *arena, drg_document *document);

/* Fills sentences, tokens and all their fields from CoNLL-U; sets the document's text, put together from the forms. The
 * error names the line. A sentence has heads for all its words, which then make a tree, or for none (all DRG_NONE): a
 * caller who needs trees must ask. Unknown relations count as dep, unknown Penn tags as XX; their wording is kept. */
drg_status language_read_conllu(base_arena *arena, drg_document *document, drg_text conllu, drg_error *error);

/* Adds this room's sections to a data file: lists from `data_folder`/language/, models from `model_folder`. */
drg_status language_compile(base_arena *arena, const char *data_folder, const char *model_folder,
                            model_builder *builder, drg_error *error);

#endif
