#include "web/waiting_words.h"

#include <optional>

namespace certreg::web {
namespace {

constexpr std::string_view kWhole[] = {"several",  "no_holder",     "retired",
                                       "no_quote", "no_speaker",    "anothers_known",
                                       "differs",  "first_unnamed", "first_not_suppliers"};
constexpr std::string_view kBeginnings[] = {"leaves_out", "other_holder"};  // with what follows as it stands
constexpr std::string_view kOfFields[] = {"ambiguous", "missing", "unsure"};

const std::string& text_of(std::string_view name, Language language) {
  return message(language, "why." + std::string(name));
}

std::optional<std::string> whole(const std::string& rule, Language language) {
  for (const auto name : kWhole)
    if (rule == text_of(name, Language::English)) return text_of(name, language);
  for (const auto name : kBeginnings)
    if (const auto& begins = text_of(name, Language::English); rule.starts_with(begins))
      return text_of(name, language) + rule.substr(begins.size());
  return std::nullopt;
}

// "holder was not read with certainty"
std::optional<std::string> of_field(std::string_view part, Language language) {
  for (const auto name : kOfFields) {
    const auto& says = text_of(name, Language::English);
    if (!part.ends_with(says)) continue;
    const auto label =
        messages(language).find("read." + std::string(part.substr(0, part.size() - says.size())));
    if (label == messages(language).end()) return std::nullopt;
    return label->second + text_of(name, language);
  }
  return std::nullopt;
}

std::optional<std::string> of_fields(std::string_view rule, Language language) {
  constexpr std::string_view between = ", ";
  std::string all;
  for (;;) {
    const auto end = rule.find(between);
    const auto one = of_field(rule.substr(0, end), language);
    if (!one) return std::nullopt;
    all += (all.empty() ? "" : std::string(between)) + *one;
    if (end == std::string_view::npos) return all;
    rule.remove_prefix(end + between.size());
  }
}

}  // namespace

Told why_it_waits(const std::string& rule, Language language) {
  if (language == Language::English) return {rule, language};
  if (auto text = whole(rule, language)) return {*std::move(text), language};
  if (auto text = of_fields(rule, language)) return {*std::move(text), language};
  return {rule, Language::English};
}

}  // namespace certreg::web
