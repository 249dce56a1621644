#include "web/told.h"

#include "certreg/domain/harmless.h"

namespace certreg::web {
namespace {

constexpr std::string_view kCertificate = "sentence.word.certificate",
                           kClaimed = "sentence.word.claimed_certificate";

std::string text_of(const Said& said, Language language);

std::vector<std::string> texts_of(const std::vector<Said>& all, Language language) {
  std::vector<std::string> texts;
  texts.reserve(all.size());
  for (const auto& said : all) texts.push_back(text_of(said, language));
  return texts;
}

std::string as_claimed(std::string text, Language language) {
  const auto& certificate = message(language, kCertificate);
  if (text.starts_with(certificate)) text.replace(0, certificate.size(), message(language, kClaimed));
  return text;
}

std::string joined(const std::string& pattern, const std::vector<std::string>& texts) {
  auto all = texts.empty() ? std::string() : texts.front();
  for (std::size_t at = 1; at < texts.size(); ++at) all = certreg::fill(pattern, {all, texts[at]});
  return all;
}

std::string text_of(const Said& said, Language language) {
  if (said.is_day) {
    const auto day = Date::parse(said.text);
    return day ? day_text(*day, language) : said.text;
  }
  if (said.id.empty()) return said.text;
  const auto& pattern = message(language, "sentence." + std::string(said.id));
  const auto texts = texts_of(said.values, language);
  auto text = said.id == kListed ? joined(pattern, texts) : certreg::fill(pattern, texts);
  return said.is_claimed ? as_claimed(std::move(text), language) : text;
}

}  // namespace

Told told(const std::string& english, const std::vector<Said>& said, Language language) {
  if (language == Language::English || said.empty()) return {english, Language::English};
  std::string text;
  for (const auto& one : said) text += (text.empty() ? "" : " ") + text_of(one, language);
  return {text, language};
}

Told told(const Reason& reason, Language language) { return told(reason.detail, reason.said, language); }

Told told(const Finding& finding, Language language) {
  return told(finding.sentence, finding.said, language);
}

void set_told(Data& view, const std::string& name, const Told& told) {
  view.set(name, harmless(told.text));
  view.set(name + "_lang", std::string(to_string(told.language)));
}

std::string tier_word(const std::string& name, Language language) {
  for (const auto* key : {"tier.critical", "tier.important", "tier.standard", "tier.low"})
    if (message(Language::English, key) == name) return message(language, key);
  return name;
}

}  // namespace certreg::web
