// The label sets of the language model, as enums: parts of speech (Penn
// Treebank tags and Universal POS), dependencies (ClearNLP style), types of
// named entities (OntoNotes).  Each has to_string() and a parse_ function;
// a label that we do not know becomes kOther, never an error.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

// X(enumerator, "label as written")
#define ENTENTE_TAGS(X)    \
  X(Dollar, "$")           \
  X(CloseQuote, "''")      \
  X(Comma, ",")            \
  X(LeftBracket, "-LRB-")  \
  X(RightBracket, "-RRB-") \
  X(Period, ".")           \
  X(Colon, ":")            \
  X(ADD, "ADD")            \
  X(AFX, "AFX")            \
  X(CC, "CC")              \
  X(CD, "CD")              \
  X(DT, "DT")              \
  X(EX, "EX")              \
  X(FW, "FW")              \
  X(HYPH, "HYPH")          \
  X(IN, "IN")              \
  X(JJ, "JJ")              \
  X(JJR, "JJR")            \
  X(JJS, "JJS")            \
  X(LS, "LS")              \
  X(MD, "MD")              \
  X(NFP, "NFP")            \
  X(NN, "NN")              \
  X(NNP, "NNP")            \
  X(NNPS, "NNPS")          \
  X(NNS, "NNS")            \
  X(PDT, "PDT")            \
  X(POS, "POS")            \
  X(PRP, "PRP")            \
  X(PRPS, "PRP$")          \
  X(RB, "RB")              \
  X(RBR, "RBR")            \
  X(RBS, "RBS")            \
  X(RP, "RP")              \
  X(SYM, "SYM")            \
  X(TO, "TO")              \
  X(UH, "UH")              \
  X(VB, "VB")              \
  X(VBD, "VBD")            \
  X(VBG, "VBG")            \
  X(VBN, "VBN")            \
  X(VBP, "VBP")            \
  X(VBZ, "VBZ")            \
  X(WDT, "WDT")            \
  X(WP, "WP")              \
  X(WPS, "WP$")            \
  X(WRB, "WRB")            \
  X(XX, "XX")              \
  X(Space, "_SP")          \
  X(OpenQuote, "``")

#define ENTENTE_POS(X) \
  X(Adj, "ADJ")        \
  X(Adp, "ADP")        \
  X(Adv, "ADV")        \
  X(Aux, "AUX")        \
  X(Cconj, "CCONJ")    \
  X(Det, "DET")        \
  X(Intj, "INTJ")      \
  X(Noun, "NOUN")      \
  X(Num, "NUM")        \
  X(Part, "PART")      \
  X(Pron, "PRON")      \
  X(Propn, "PROPN")    \
  X(Punct, "PUNCT")    \
  X(Sconj, "SCONJ")    \
  X(Sym, "SYM")        \
  X(Verb, "VERB")      \
  X(X, "X")            \
  X(Space, "SPACE")

#define ENTENTE_DEPS(X)     \
  X(Root, "ROOT")           \
  X(Acl, "acl")             \
  X(Acomp, "acomp")         \
  X(Advcl, "advcl")         \
  X(Advmod, "advmod")       \
  X(Agent, "agent")         \
  X(Amod, "amod")           \
  X(Appos, "appos")         \
  X(Attr, "attr")           \
  X(Aux, "aux")             \
  X(Auxpass, "auxpass")     \
  X(Case, "case")           \
  X(Cc, "cc")               \
  X(Ccomp, "ccomp")         \
  X(Compound, "compound")   \
  X(Conj, "conj")           \
  X(Csubj, "csubj")         \
  X(Csubjpass, "csubjpass") \
  X(Dative, "dative")       \
  X(Dep, "dep")             \
  X(Det, "det")             \
  X(Dobj, "dobj")           \
  X(Expl, "expl")           \
  X(Intj, "intj")           \
  X(Mark, "mark")           \
  X(Meta, "meta")           \
  X(Neg, "neg")             \
  X(Nmod, "nmod")           \
  X(Npadvmod, "npadvmod")   \
  X(Nsubj, "nsubj")         \
  X(Nsubjpass, "nsubjpass") \
  X(Nummod, "nummod")       \
  X(Oprd, "oprd")           \
  X(Parataxis, "parataxis") \
  X(Pcomp, "pcomp")         \
  X(Pobj, "pobj")           \
  X(Poss, "poss")           \
  X(Preconj, "preconj")     \
  X(Predet, "predet")       \
  X(Prep, "prep")           \
  X(Prt, "prt")             \
  X(Punct, "punct")         \
  X(Quantmod, "quantmod")   \
  X(Relcl, "relcl")         \
  X(Xcomp, "xcomp")

#define ENTENTE_ENTITY_TYPES(X) \
  X(Cardinal, "CARDINAL")       \
  X(Date, "DATE")               \
  X(Event, "EVENT")             \
  X(Fac, "FAC")                 \
  X(Gpe, "GPE")                 \
  X(Language, "LANGUAGE")       \
  X(Law, "LAW")                 \
  X(Loc, "LOC")                 \
  X(Money, "MONEY")             \
  X(Norp, "NORP")               \
  X(Ordinal, "ORDINAL")         \
  X(Org, "ORG")                 \
  X(Percent, "PERCENT")         \
  X(Person, "PERSON")           \
  X(Product, "PRODUCT")         \
  X(Quantity, "QUANTITY")       \
  X(Time, "TIME")               \
  X(WorkOfArt, "WORK_OF_ART")

#define ENTENTE_ENUMERATOR(name, text) k##name,
enum class Tag : std::uint8_t { kOther, ENTENTE_TAGS(ENTENTE_ENUMERATOR) };
enum class Pos : std::uint8_t { kOther, ENTENTE_POS(ENTENTE_ENUMERATOR) };
enum class Dep : std::uint8_t { kOther, ENTENTE_DEPS(ENTENTE_ENUMERATOR) };
// kOther: no entity, or one of an unknown type.
enum class EntityType : std::uint8_t { kOther, ENTENTE_ENTITY_TYPES(ENTENTE_ENUMERATOR) };
#undef ENTENTE_ENUMERATOR

// The label as the model writes it; "" for kOther.
std::string_view to_string(Tag tag);
std::string_view to_string(Pos pos);
std::string_view to_string(Dep dep);
std::string_view to_string(EntityType type);

Tag parse_tag(std::string_view label);
Pos parse_pos(std::string_view label);
Dep parse_dep(std::string_view label);
EntityType parse_entity_type(std::string_view label);

}  // namespace entente
