#include "domain/legal_forms.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "domain/words.h"

namespace certreg {
namespace {

struct LegalForm {
  std::string_view abbreviation;
  std::string_view spellings;  // folded, separated by '|'
};

// After the Entity Legal Forms of ISO 20275. Forms of different law stay apart even where a dictionary
// equates them.
constexpr LegalForm kLegalForms[] = {
    {"ltd", "ltd|limited|l t d"},
    {"plc", "plc|p l c|public limited company|public ltd company|public limited co"},
    {"llp", "llp|l l p|limited liability partnership"},
    {"lp", "lp|l p|limited partnership"},
    {"llc", "llc|l l c|limited liability company|limited liability co"},
    {"inc", "inc|incorporated"},
    {"corp", "corp|corporation"},
    {"co", "co|company"},
    {"co ltd", "co ltd|company limited|co limited|company ltd|coltd"},
    {"pvt ltd", "pvt ltd|private limited|private ltd|pvt limited|p ltd|p limited"},
    {"pte ltd", "pte ltd|pte limited"},
    {"pty ltd", "pty ltd|pty limited|proprietary limited|proprietary ltd"},
    {"dac", "dac|designated activity company"},
    {"uc", "uc|unlimited company"},
    {"cic", "cic|c i c|community interest company"},
    {"gmbh",
     "gmbh|g m b h|gesellschaft mit beschränkter haftung|gesellschaft mit beschraenkter haftung|gesellschaft "
     "mbh|"
     "gesellschaft m b h|ges m b h|gesmbh|ges mbh"},
    {"ggmbh", "ggmbh|gemeinnützige gmbh|gemeinnützige gesellschaft mit beschränkter haftung"},
    {"gmbh co kg",
     "gmbh co kg|gmbh und co kg|gmbh co kommanditgesellschaft|gmbh und co kommanditgesellschaft|"
     "gmbh cie kg|gmbh co k g"},
    {"ag co kg", "ag co kg|ag und co kg"},
    {"se co kg", "se co kg|se und co kg"},
    {"kgaa", "kgaa|kommanditgesellschaft auf aktien"},
    {"ag", "ag|a g|aktiengesellschaft"},
    {"kg", "kg|k g|kommanditgesellschaft"},
    {"ohg", "ohg|offene handelsgesellschaft"},
    {"ug", "ug haftungsbeschränkt|ug|unternehmergesellschaft haftungsbeschränkt|unternehmergesellschaft"},
    {"eg", "eg|e g|eingetragene genossenschaft"},
    {"ev", "e v|ev|eingetragener verein"},
    {"ek", "e k|ek|eingetragener kaufmann|eingetragene kauffrau|e kfm|e kfr"},
    {"se", "se|s e|societas europaea"},
    {"sa",
     "sa|s a|société anonyme|societe anonyme|sociedad anónima|sociedad anonima|sociedade anónima|"
     "sociedade anônima|spółka akcyjna"},
    {"sas", "sas|s a s|société par actions simplifiée|societe par actions simplifiee"},
    {"sasu", "sasu|s a s u|société par actions simplifiée unipersonnelle"},
    {"sarl", "sarl|s a r l|sàrl|s à r l|société à responsabilité limitée|societe a responsabilite limitee"},
    {"snc", "snc|s n c|société en nom collectif|società in nome collettivo"},
    {"sca", "sca|s c a|société en commandite par actions"},
    {"eurl", "eurl|e u r l"},
    {"spa", "spa|s p a|società per azioni|societa per azioni"},
    {"srl",
     "srl|s r l|società a responsabilità limitata|societa a responsabilita limitata|"
     "sociedad de responsabilidad limitada|societate cu răspundere limitată"},
    {"srls", "srls|s r l s"},
    {"scarl", "scarl|s c a r l|scrl|s c r l"},
    {"sl", "sl|s l|sociedad limitada"},
    {"slu", "slu|s l u|sociedad limitada unipersonal"},
    {"sau", "sau|s a u|sociedad anónima unipersonal"},
    {"sa de cv", "sa de cv|s a de c v|sociedad anónima de capital variable"},
    {"sapi de cv", "sapi de cv|s a p i de c v"},
    {"s de rl de cv", "s de rl de cv|s de r l de c v"},
    {"lda", "lda|limitada"},
    {"ltda", "ltda"},
    {"bv", "bv|b v|besloten vennootschap|besloten vennootschap met beperkte aansprakelijkheid"},
    {"nv", "nv|n v|naamloze vennootschap"},
    {"vof", "vof|v o f|vennootschap onder firma"},
    {"ab", "ab|aktiebolag|aktiebolaget|ab publ|aktiebolag publ|publ ab"},
    {"as", "as|a s|aktieselskab|aksjeselskap"},
    {"asa", "asa|allmennaksjeselskap"},
    {"aps", "aps|anpartsselskab"},
    {"oy", "oy|osakeyhtiö"},
    {"oyj", "oyj|julkinen osakeyhtiö"},
    {"ou", "oü|osaühing"},
    {"sp zoo",
     "sp z o o|sp zoo|spółka z o o|spółka z ograniczoną odpowiedzialnością|spolka z ograniczona "
     "odpowiedzialnoscia"},
    {"sp k", "sp k|spółka komandytowa"},
    {"sro", "s r o|sro|spol s r o|společnost s ručením omezeným|spoločnosť s ručením obmedzeným"},
    {"akc spol", "akciová společnost|akciová spoločnosť"},
    {"kft", "kft|korlátolt felelősségű társaság"},
    {"zrt", "zrt|zártkörűen működő részvénytársaság"},
    {"nyrt", "nyrt|nyilvánosan működő részvénytársaság"},
    {"doo", "d o o|doo"},
    {"dd", "d d|dd"},
    {"ad", "ad|a d|акционерно дружество"},
    {"ood", "ood|оод"},
    {"uab", "uab|uždaroji akcinė bendrovė"},
    {"sia", "sia|sabiedrība ar ierobežotu atbildību"},
    {"ehf", "ehf|einkahlutafélag"},
    {"ltd sti", "ltd şti|limited şirketi|ltd sti|limited sirketi"},
    {"anonim sirketi", "a ş|aş|anonim şirketi|anonim sirketi"},
    {"epe", "επε|ε π ε"},
    {"ae", "αε|α ε|ανωνυμη εταιρεια|ανώνυμη εταιρεία"},
    {"ooo", "ооо|общество с ограниченной ответственностью"},
    {"ao", "ао|акционерное общество"},
    {"tov", "тов|товариство з обмеженою відповідальністю"},
    {"sdn bhd", "sdn bhd|sendirian berhad"},
    {"bhd", "bhd|berhad"},
    {"pt", "pt|perseroan terbatas"},
    {"jsc", "jsc|joint stock company|joint stock co"},
    {"fze", "fze|free zone establishment"},
    {"fz llc", "fz llc|fzllc|fz l l c"},
    {"wll", "w l l|wll"},
    {"kk", "kk|k k|kabushiki kaisha|kabushiki gaisha|株式会社|株"},
    {"gk", "gk|g k|godo kaisha|合同会社"},
    {"yk", "yk|y k|yugen kaisha|有限会社"},
    {"股份有限公司", "股份有限公司"},
    {"有限公司", "有限公司|有限责任公司|有限責任公司"},
    {"주식회사", "주식회사|주"},
};

// Longest first; these are written onto the name without a blank.
constexpr std::string_view kAttachedForms[] = {"股份有限公司", "有限责任公司", "有限責任公司", "株式会社",
                                               "有限会社",     "合同会社",     "有限公司",     "주식회사"};

constexpr std::size_t kMaxWords = 8;

std::unordered_map<std::string_view, std::string_view> index_by_spelling() {
  std::unordered_map<std::string_view, std::string_view> index;
  for (const auto& form : kLegalForms) {
    for (std::string_view rest = form.spellings; !rest.empty();) {
      const auto end = std::min(rest.find('|'), rest.size());
      index.emplace(rest.substr(0, end), form.abbreviation);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return index;
}

std::vector<std::string> detach_forms(const std::vector<std::string>& words) {
  std::vector<std::string> detached;
  for (std::string_view word : words) {
    std::string_view suffix;
    for (auto form : kAttachedForms) {
      if (word.size() <= form.size()) continue;
      if (word.starts_with(form)) {
        detached.emplace_back(form);
        word.remove_prefix(form.size());
      } else if (word.ends_with(form)) {
        suffix = form;
        word.remove_suffix(form.size());
      }
    }
    detached.emplace_back(word);
    if (!suffix.empty()) detached.emplace_back(suffix);
  }
  return detached;
}

}  // namespace

std::vector<NameWord> mark_legal_forms(const std::vector<std::string>& words) {
  static const auto index = index_by_spelling();
  const auto all = detach_forms(words);
  std::vector<NameWord> marked;
  for (std::size_t at = 0; at < all.size();) {
    std::size_t taken = 0;
    for (auto count = std::min(kMaxWords, all.size() - at); count > 0 && taken == 0; --count) {
      const auto found = index.find(join_words(all, at, count));
      if (found == index.end()) continue;
      marked.push_back({std::string(found->second), true});
      taken = count;
    }
    if (taken == 0) marked.push_back({all[at], false});
    at += std::max<std::size_t>(taken, 1);
  }
  return marked;
}

}  // namespace certreg
