#include "web/words.h"

#include "certreg/domain/error.h"
#include "certreg/domain/names.h"
#include "web/cookies.h"

namespace certreg::web {
namespace {

constexpr std::size_t kLongestText = 300;

}  // namespace

Words::Words(const std::string& text) : wanted_(normalise_name(text)) {}

bool Words::stand_in(const std::string& text) const {
  return normalise_name(text).find(wanted_) != std::string::npos;
}

std::string line_in(const http::Request& request, const std::string& name) {
  auto text = query_value(request, name);
  if (!text.empty() && !is_clean_text(text, kLongestText))
    throw invalid(name, "must be one line of at most 300 characters");
  return text;
}

}  // namespace certreg::web
