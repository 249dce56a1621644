// What the world looks like: standards with editions, accreditation bodies and their arrangements,
// certification bodies, legal forms. Immutable once built; every row names its source and the day it was
// looked at. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/ids.h"
#include "certreg/domain/reference_source.h"
#include "certreg/domain/scope_reference.h"

namespace certreg {

struct Adoption {       // a national or regional print that means an edition
  std::string printed;  // "DIN EN ISO/IEC 27001:2024-01"
  std::string year;     // its own, which is not the edition's; empty = not known
  std::string country;  // empty = regional, or not known
  Source source;
};

struct Edition {
  std::string id;  // year of the ISO edition, "2022"
  std::optional<Date> published;
  std::optional<Date> ended;  // last day on which a certificate to it counts; none = it still counts
  std::vector<std::string> amendments;  // "Amd 1:2024": the same edition
  std::vector<Adoption> adoptions;
  std::optional<Date> transition_until;  // last day on which it counts beside the edition that replaced it
  std::string transition_source;
  std::string replaced_by;  // id of an edition of the same standard; empty = not known
  Source source;
};

// The last day on which a certificate to the edition counts, as its end or its transition's end says.
std::optional<Date> last_day_of(const Edition& edition);

struct Standard {
  StandardId id;     // "iso-iec-27001"
  std::string name;  // "ISO/IEC 27001"
  std::string title;
  std::optional<StandardId> extends;   // 27017, 27018: "iso-iec-27001"
  bool asked = true;                   // one of the four that the register answers for; others are kept only
  std::vector<std::string> spellings;  // further names: "JIS Q 27001", "GB/T 22080"
  std::vector<Edition> editions;       // oldest first
  Source source;
  std::vector<std::string> roles = {};  // for which it is written: "processor"; empty = for any
};

struct Arrangement {  // multilateral, of accreditation bodies that recognise each other
  ArrangementId id;   // "iaf-mla"
  std::string name;   // "IAF MLA"
  std::vector<std::string> aliases;
  std::string main_scope;  // "ISO/IEC 17021-1"
  std::optional<Date> from, until;
  Source source;
};

enum class RecognitionStatus { Active, Suspended, Probation, Withdrawn };

struct Recognition {                  // signatory of an arrangement, within the arrangement's own dates
  std::string arrangement;            // id; other text where no arrangements are known
  std::vector<StandardId> standards;  // that its sub-scopes cover; empty = the main scope only
  std::optional<Date> from, until;
  std::vector<std::string> sub_scopes;  // "ISO/IEC 27006-1"
  std::optional<RecognitionStatus> status;
  Source source;
};

struct FormerName {
  std::string name;
  std::optional<Date> from, until;  // `until`: the last day
  Source source;
};

struct AccreditationBody {
  AccreditationBodyId id;
  std::string name, acronym, country;
  std::vector<std::string> aliases;
  std::vector<Recognition> recognitions;  // empty = signatory of none
  std::string register_address;
  std::vector<std::string> marks;                 // words that stand in its mark or symbol
  std::optional<AccreditationBodyId> looks_like;  // another body that it is easily taken for
  std::vector<FormerName> former_names;
  std::optional<Date> ended;  // its last day
  std::optional<AccreditationBodyId> succeeded_by;
  Source source;
};

enum class AccreditationStatus { Active, Suspended, Ended };

struct Accreditation {
  AccreditationBodyId body;
  StandardId standard;
  std::string number;
  AccreditationStatus status = AccreditationStatus::Active;
  std::optional<Date> from, until;
};

struct NumberShape {                   // how a body's certificate numbers look: it ranks, and never rejects
  std::string shape;                   // see fits_shape()
  std::optional<StandardId> standard;  // none = of any
  std::string example;
  Source source;
};

struct CertificationBody {
  CertificationBodyId id;
  std::string name;  // legal unit
  std::string brand, country;
  std::vector<std::string> aliases;
  std::vector<Accreditation> accreditations;  // empty = not known, which is not "unaccredited"
  bool accreditations_complete = false;  // the list is known to be whole: what is not in it is not accredited
  std::string verify_address;  // where people look its certificates up; "{number}" stands for the number
  std::vector<FormerName> former_names;
  std::vector<NumberShape> number_shapes;
  std::string register_id;  // of the register where its certificates can be looked up; empty = not known
  std::string group;        // of brands
  Source source;
};

// In a shape 9 stands for a digit, A for a capital letter of A to Z, * for one character or more, all else
// for itself.
bool fits_shape(std::string_view shape, std::string_view number);
// True when the body is known to number certificates to the standard like this.
bool fits_known_shape(const CertificationBody& body, const StandardId& standard, std::string_view number);

struct LegalForm {
  std::string id;            // "gmbh"
  std::string abbreviation;  // "GmbH"
  std::vector<std::string> spellings, names, countries;
  std::vector<std::string> elf_codes;  // of ISO 20275
  Source source;
};

struct StandardMention {  // what a printed standard means
  StandardId standard;
  std::string edition;  // empty when none is printed or known
};

struct BodyNames {  // normalised name to place in the list; one that means several bodies has no place
  static constexpr std::size_t kSeveral = static_cast<std::size_t>(-1);
  std::unordered_map<std::string, std::size_t> present, former;
};

struct ReferenceRows {
  std::vector<Standard> standards;
  std::vector<AccreditationBody> accreditation_bodies;
  std::vector<CertificationBody> certification_bodies;
  std::vector<Arrangement> arrangements;
  std::vector<LegalForm> legal_forms;
  std::vector<CloudProvider> cloud_providers = {};
  std::vector<CloudRegion> cloud_regions = {};
  std::vector<ScopeWords> scope_words = {};
};

class Reference {
 public:
  // `version`: digest of the data.
  Reference(ReferenceRows rows, std::string version);

  std::span<const Standard> standards() const { return rows_.standards; }
  std::span<const AccreditationBody> accreditation_bodies() const { return rows_.accreditation_bodies; }
  std::span<const CertificationBody> certification_bodies() const { return rows_.certification_bodies; }
  std::span<const Arrangement> arrangements() const { return rows_.arrangements; }
  std::span<const LegalForm> legal_forms() const { return rows_.legal_forms; }
  std::span<const CloudProvider> cloud_providers() const { return rows_.cloud_providers; }
  std::span<const CloudRegion> cloud_regions() const { return rows_.cloud_regions; }
  const RegionWords& words_of(const CloudRegion& region) const;  // of one of these
  const ScopeVocabulary& scope_words() const { return scope_words_; }
  const std::string& version() const { return version_; }

  const Standard* find(const StandardId& id) const;
  const AccreditationBody* find(const AccreditationBodyId& id) const;
  const CertificationBody* find(const CertificationBodyId& id) const;
  const Arrangement* find(const ArrangementId& id) const;
  const Edition* find(const StandardId& id, std::string_view edition) const;

  // Any usual spelling, with or without edition: "ISO 27001", "iso27001:2022", "ISO/IEC 27001:2022+Amd
  // 1:2024", "27001", "BS EN ISO/IEC 27001:2023" (edition 2022), "JIS Q 27001:2014" (edition 2013), the id.
  // The whole text must be the mention. nullopt for an unknown standard; a known standard with an unknown
  // year has an empty edition.
  std::optional<StandardMention> standard_of(std::string_view printed) const;

  // By name, alias, acronym or mark, after normalise_name. A brand alone that several legal units share is
  // not found. A former name is found, too: before another body's present name when it held on the day `on`,
  // else after it (former_name_of() tells).
  const AccreditationBody* accreditation_body_of(std::string_view printed, std::optional<Date> on = {}) const;
  const CertificationBody* certification_body_of(std::string_view printed, std::optional<Date> on = {}) const;

 private:
  ReferenceRows rows_;
  std::string version_;
  std::unordered_map<std::string, StandardMention> mentions_;
  BodyNames accreditors_, issuers_;
  ScopeVocabulary scope_words_;
  std::vector<RegionWords> region_words_;  // in the order of the regions
};

// The former name that the text is, unless the body still bears it; null when it is none.
const FormerName* former_name_of(const AccreditationBody& body, std::string_view printed);
const FormerName* former_name_of(const CertificationBody& body, std::string_view printed);

}  // namespace certreg
