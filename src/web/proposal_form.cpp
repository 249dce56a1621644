#include "web/proposal_form.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "certreg/codec/records.h"
#include "certreg/domain/error.h"
#include "certreg/domain/names.h"
#include "certreg/http/form.h"
#include "web/typed_list.h"

namespace certreg::web {
namespace {

using codec::Json;

constexpr std::size_t kMostReason = 1000;

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t\r\n"), end = text.find_last_not_of(" \t\r\n");
  return begin == std::string::npos ? std::string() : text.substr(begin, end - begin + 1);
}

// A typed text in a field of one line may hold no line breaks.
std::string in_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  std::erase(text, '\r');
  return text;
}

// The identifiers of the holder that was read are not those of another.
Json holders_with(const Json& read, const std::string& name) {
  auto holders = read;
  if (holders.empty()) return Json::array({{{"name", name}, {"role", "main"}}});
  auto& main = holders[0];
  if (main["name"] != name)
    for (const auto* member : {"lei", "registration_number", "vat"}) main[member] = nullptr;
  main["name"] = name;
  return holders;
}

Json statuses_in(const ProposalForm& form, const Field& field, const std::string& said_by) {
  const auto chosen = form.choice(field);
  if (chosen == "active") return Json::array();
  return Json::array({{{"status", chosen},
                       {"from", form.typed(field)},
                       {"until", nullptr},
                       {"source", form.value("source.statuses")},
                       {"said_by", said_by},
                       {"sites", Json::array()},
                       {"services", Json::array()}}});
}

void correct(const Field& field, const std::string& value, const Json& read, Language language,
             Json& corrections) {
  const std::string member(field.member);
  switch (field.kind) {
    case FieldKind::Standard:
      if (!corrections.contains("edition")) corrections["edition"] = nullptr;
      [[fallthrough]];
    case FieldKind::Text:
    case FieldKind::LongText:
    case FieldKind::Day:
      corrections[member] = in_one_line(value);
      break;
    case FieldKind::Holder:
      corrections[member] = holders_with(read[member], in_one_line(value));
      break;
    case FieldKind::Issuer:
      corrections["issuer"] = nullptr;
      corrections["issuer_printed"] = in_one_line(value);
      break;
    case FieldKind::Names:
    case FieldKind::Sites:
    case FieldKind::Accreditations:
    case FieldKind::Entries:
      corrections[member] = typed_entries(field, read[member], value, language);
      break;
    case FieldKind::Statuses:
    case FieldKind::Told:
      break;
  }
}

std::string candidate_value(const Field& field, const reading::Draft& draft, const std::string& choice) {
  const auto* ambiguity = ambiguity_of(field, draft);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(choice.data(), choice.data() + choice.size(), number);
  if (ambiguity == nullptr || error != std::errc() || end != choice.data() + choice.size() ||
      number >= ambiguity->candidates.size())
    throw invalid(std::string(field.member), "has no such choice");
  return ambiguity->candidates[number].value;
}

struct Sent {
  const ProposalForm& form;
  const reading::Draft& draft;
  const std::string& said_by;
  Language language;
  Json read;  // the draft's version
};

// A list that stands in its box as it was read is no correction.
bool is_as_read(const Field& field, const Sent& sent, const Json& corrections) {
  const std::string member(field.member);
  return is_typed_list(field.kind) && ambiguity_of(field, sent.draft) == nullptr &&
         corrections[member] == sent.read[member];
}

// A field that was left open has to be stated, also when what was read stays.
void add_field(const Field& field, const Sent& sent, Json& corrections) {
  const auto choice = sent.form.choice(field), typed = sent.form.typed(field);
  const std::string member(field.member);
  if (field.kind == FieldKind::Statuses) {
    if (!choice.empty() && choice != "read")
      corrections[member] = statuses_in(sent.form, field, sent.said_by);
    return;
  }
  if (!typed.empty()) {
    correct(field, typed, sent.read, sent.language, corrections);
    if (is_as_read(field, sent, corrections)) corrections.erase(member);
    return;
  }
  if (choice.empty()) return;
  if (choice != "read")
    return correct(field, candidate_value(field, sent.draft, choice), sent.read, sent.language, corrections);
  if (ambiguity_of(field, sent.draft) != nullptr && !sent.read[member].is_null())
    corrections[member] = sent.read[member];
}

}  // namespace

ProposalForm::ProposalForm(std::string_view body) : values_(http::parse_form(body)) {}

std::string ProposalForm::value(std::string_view name) const {
  for (const auto& [key, value] : values_)
    if (key == name) return value;
  return {};
}

std::string ProposalForm::typed(const Field& field) const {
  return trimmed(value("fix." + std::string(field.name)));
}

std::string ProposalForm::sentence(std::string_view name) const {
  auto text = trimmed(in_one_line(value(name)));
  if (!text.empty() && !is_clean_text(text, kMostReason))
    throw invalid(std::string(name), "must be clean text of at most 1000 characters");
  return text;
}

service::Acceptance acceptance_in(const ProposalForm& form, const reading::Draft& draft,
                                  const std::string& said_by, Language language) {
  service::Acceptance acceptance;
  const Sent sent{form, draft, said_by, language, codec::to_json(draft.version)};
  auto corrections = Json::object();
  for (const auto& field : review_fields()) add_field(field, sent, corrections);
  if (!corrections.empty()) acceptance.corrections = codec::dump(corrections);
  if (auto supplier = form.value("supplier"); !supplier.empty()) acceptance.supplier = {std::move(supplier)};
  const auto& names = codec::claimant_names();
  const auto claimant = std::find(names.begin(), names.end(), form.value("claimant"));
  if (claimant != names.end())
    acceptance.claimant = static_cast<ClaimantKind>(std::distance(names.begin(), claimant));
  acceptance.reason = form.sentence("note");
  return acceptance;
}

}  // namespace certreg::web
