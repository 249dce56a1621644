#include "web/messages.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <array>
#include <stdexcept>

#include "certreg/domain/finding.h"
#include "web/cookies.h"
#include "web/template.h"

namespace certreg::web {
namespace {

constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};

// What the domain itself says, in English.
Messages of_the_domain() {
  Messages all;
  for (const auto& sentence : all_sentences())
    all.emplace("sentence." + std::string(sentence.id), sentence.english);
  for (std::size_t rule = 0; rule < finding_rule_names().size(); ++rule) {
    const auto key = "rule." + std::string(finding_rule_names()[rule]);
    all.emplace(key, title_of(static_cast<FindingRule>(rule)));
    all.emplace(key + ".cure", cure_of(static_cast<FindingRule>(rule)));
  }
  return all;
}

Messages loaded(Language language) {
  auto all = language == Language::English ? of_the_domain() : Messages();
  for (const auto file : embedded_below("messages/" + std::string(to_string(language)) + "/"))
    for (const auto& entry : YAML::Load(std::string(file)))
      all.emplace(entry.first.as<std::string>(), entry.second.as<std::string>());
  return all;
}

// Of the first tag of that language; past the end: none.
std::size_t place_of(std::string_view language, std::string_view accepted) {
  for (std::size_t at = 0; at < accepted.size(); at = accepted.find(',', at)) {
    at = accepted.find_first_not_of(", ", at);
    if (at == std::string_view::npos) break;
    if (http::is_same_name(accepted.substr(at, language.size()), language)) return at;
  }
  return std::string_view::npos;
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

}  // namespace

std::string_view to_string(Language language) { return language == Language::German ? "de" : "en"; }

const Messages& messages(Language language) {
  static const std::array<Messages, 2> all = {loaded(Language::English), loaded(Language::German)};
  return all.at(static_cast<std::size_t>(language));
}

const std::string& message(Language language, std::string_view key) {
  const auto& all = messages(language);
  const auto found = all.find(key);
  if (found == all.end()) throw std::logic_error("no message " + std::string(key));
  return found->second;
}

std::string message(Language language, std::string_view key,
                    std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  auto text = message(language, key);
  for (const auto& [name, value] : values) replace_all(text, "{{" + std::string(name) + "}}", value);
  return text;
}

Language language_of(const http::Request& request) {
  const auto chosen = cookie(request, "lang");
  if (chosen == "de") return Language::German;
  if (chosen == "en") return Language::English;
  const auto* accepted = request.header("Accept-Language");
  if (accepted == nullptr) return Language::English;
  const auto german = place_of("de", *accepted), english = place_of("en", *accepted);
  return german < english ? Language::German : Language::English;
}

std::string day_text(Date day, Language language) {
  const auto iso = day.to_string();
  const auto month = std::stoul(iso.substr(5, 2)), number = std::stoul(iso.substr(8, 2));
  if (language == Language::German) return fmt::format("{:02}.{:02}.{}", number, month, day.year());
  return fmt::format("{} {} {}", number, kMonths[month - 1], day.year());
}

std::string instant_text(Instant instant, Language language) {
  constexpr std::size_t clock_begins = 11, clock_length = 5;  // of 2026-01-31T12:00:00.000000Z
  return day_text(day_of(instant), language) + ", " +
         certreg::to_string(instant).substr(clock_begins, clock_length) + " UTC";
}

std::string number_text(std::int64_t number, Language language) {
  constexpr std::size_t group = 3;
  auto text = std::to_string(number);
  const std::size_t first = number < 0 ? 1 : 0;
  for (auto at = text.size(); at > first + group;) {
    at -= group;
    text.insert(at, language == Language::German ? "." : ",");
  }
  return text;
}

std::string size_text(std::int64_t bytes, Language language) {
  constexpr std::int64_t unit = 1000;
  if (bytes < unit) return fmt::format("{} B", bytes);
  auto text = fmt::format("{:.1f} kB", static_cast<double>(bytes) / static_cast<double>(unit));
  if (language == Language::German) replace_all(text, ".", ",");
  return text;
}

}  // namespace certreg::web
