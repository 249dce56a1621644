#include "service/corrected_reading.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "certreg/codec/records.h"
#include "certreg/domain/error.h"
#include "service/member_quotes.h"

namespace certreg::service {

using codec::Json;

// The members of a certificate that a person may correct, laid over what was read and checked like any other
// input.
CertificateVersion corrected(const Services& services, const reading::Draft& draft,
                             const std::string& corrections, const Actor& actor) {
  const auto changes = corrections.empty() ? Json::object() : codec::parse(corrections);
  if (!changes.is_object()) throw invalid("corrections", "must be an object");
  auto stated = codec::to_json(draft.version);
  for (const auto* own : {"id", "certificate", "evidence", "claimant", "signature", "document_changed",
                          "quotes", "recorded_at", "recorded_by", "last_confirmed", "retired"})
    stated.erase(own);
  for (const auto& [name, value] : changes.items()) stated[name] = value;
  codec::Problems problems;
  auto version = codec::certificate_from(stated, services.reference(), problems);
  if (!problems.empty()) throw invalid(std::move(problems));
  version.quotes = draft.version.quotes;
  for (const auto& [name, value] : changes.items()) {
    const auto field = name == "holders" ? "holder" : name;
    const bool is_list = name == "scope_items";
    std::erase_if(version.quotes, [&field, is_list](const Quote& quote) {
      return quote.field == field || (is_list && quote.field.starts_with("scope_items["));
    });
    const auto typed = quotes_of_member(field, value, {.method = ReadingMethod::Person},
                                        " (corrected by " + actor.name + ")");
    version.quotes.insert(version.quotes.end(), typed.begin(), typed.end());
  }
  version.evidence = draft.version.evidence;
  version.signature = draft.version.signature;
  version.claimant = draft.version.claimant;
  return version;
}

}  // namespace certreg::service
