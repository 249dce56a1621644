#include "certreg/domain/names.h"
#include "reading/claims.h"

namespace certreg::reading {
namespace {

constexpr double kConfidence = 0.9;

std::string member(const LinkedObject& object, const std::string& path) {
  auto found = object.members.find(path);
  return found == object.members.end() ? std::string() : found->second;
}

bool is_inactive(const LinkedObject& object) {
  return member(object, "certificationStatus").find("Inactive") != std::string::npos;
}

void quote(Draft& draft, std::string field, const std::string& words) {
  Quote evidence;
  evidence.field = std::move(field);
  evidence.text = words;
  evidence.method = ReadingMethod::Json;
  evidence.confidence = kConfidence;
  draft.version.quotes.push_back(std::move(evidence));
}

// schema.org dates are ISO 8601, with or without a time.
void set_date(const LinkedObject& object, const char* path, const char* field, std::optional<Date>& into,
              Draft& draft) {
  std::string words = member(object, path);
  into = Date::parse(words.substr(0, 10));
  if (into) quote(draft, field, words);
}

void add_fields(const LinkedObject& object, const Reference& reference, Draft& draft) {
  CertificateVersion& version = draft.version;
  std::string number = member(object, "certificationIdentification");
  if (is_clean_text(number, 100)) {
    version.number = number;
    quote(draft, "number", number);
  }
  std::string issuer = member(object, "issuedBy.name");
  if (is_clean_text(issuer, 200)) {
    version.issuer_printed = issuer;
    if (const CertificationBody* body = reference.certification_body_of(issuer)) version.issuer = body->id;
    quote(draft, "issuer", issuer);
  }
  set_date(object, "validFrom", "valid_from", version.valid_from, draft);
  set_date(object, "expires", "expires", version.expires, draft);
  if (!version.expires) set_date(object, "validUntil", "expires", version.expires, draft);
}

void read_object(const LinkedObject& object, Claims& claims) {
  std::string name = member(object, "name");
  std::vector<FoundStandard> standards = find_standards(name, claims.reference);
  if (standards.size() != 1 || is_inactive(object)) return;
  std::string holder = member(object, "@parent.name");
  if (holder.empty()) holder = claims.context.holder;
  Draft draft = claims.draft_of(standards.front(), holder, name, ReadingMethod::Json, kConfidence);
  add_fields(object, claims.reference, draft);
  claims.add(std::move(draft));
}

}  // namespace

void read_objects(Claims& claims) {
  for (const LinkedObject& object : claims.text.objects)
    if (object.type == "Certification") read_object(object, claims);
}

}  // namespace certreg::reading
