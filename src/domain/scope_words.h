// What the words of a scope say about a service or a site, and Statements of Applicability in order.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/certificate.h"

namespace certreg {

// Folded words that may leave something out: "except", "not", "ohne" ...
bool has_words_of_exclusion(std::string_view folded);

// These words, in alphabetical order.
std::span<const std::string> words_of_exclusion();

// One of `names` is `asked`, case, punctuation and blanks aside.
bool has_name(const std::vector<std::string>& names, const std::string& asked);

// One of `names` has `asked` in it, or the other way round: too close to call it absent.
bool resembles_any(const std::vector<std::string>& names, const std::string& asked);

// Something is left out of the scope, by a listed exclusion, an entry of its list of services or words of the
// scope text.
bool scope_excludes_something(const CertificateVersion& version);

struct Statement {
  std::string version;
  std::optional<Date> date;
};
enum class StatementOrder { Unknown, Same, Older, Newer, Other };

// `held` against `printed`; Other when they differ and no order is known.
StatementOrder compare_statements(const Statement& held, const Statement& printed);

}  // namespace certreg
