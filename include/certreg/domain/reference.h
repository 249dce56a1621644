// What the world looks like: standards with editions, accreditation bodies, certification bodies. Immutable
// once built; every row names its source and the day it was looked at. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/ids.h"

namespace certreg {

struct Source {
  std::string citation;  // address, or standard and clause
  Date seen;
};

struct Edition {
  std::string id;  // year of the ISO edition, "2022"
  std::optional<Date> published;
  std::optional<Date> ended;  // last day on which a certificate to it counts; none = it still counts
  std::vector<std::string> amendments;  // "Amd 1:2024": the same edition
  std::vector<std::string> adoptions;  // "DIN EN ISO/IEC 27001:2024-01": printed forms that mean this edition
  Source source;
};

struct Standard {
  StandardId id;     // "iso-iec-27001"
  std::string name;  // "ISO/IEC 27001"
  std::string title;
  std::optional<StandardId> extends;   // 27017, 27018: "iso-iec-27001"
  bool asked = true;                   // one of the four that the register answers for; others are kept only
  std::vector<std::string> spellings;  // further names: "JIS Q 27001", "GB/T 22080"
  std::vector<Edition> editions;       // oldest first
  Source source;
};

struct Recognition {                  // signatory of a multilateral arrangement
  std::string arrangement;            // "IAF MLA", "GAC MRA"
  std::vector<StandardId> standards;  // sub-scope; empty = ISO/IEC 17021-1 main scope, any standard
  std::optional<Date> from, until;
};

struct AccreditationBody {
  AccreditationBodyId id;
  std::string name, acronym, country;
  std::vector<std::string> aliases;
  std::vector<Recognition> recognitions;
  std::string register_address;
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

struct CertificationBody {
  CertificationBodyId id;
  std::string name;  // legal unit
  std::string brand, country;
  std::vector<std::string> aliases;
  std::vector<Accreditation> accreditations;  // empty = not known, which is not "unaccredited"
  bool accreditations_complete = false;  // the list is known to be whole: what is not in it is not accredited
  std::string verify_address;  // where people look its certificates up; "{number}" stands for the number
  Source source;
};

struct StandardMention {  // what a printed standard means
  StandardId standard;
  std::string edition;  // empty when none is printed or known
};

class Reference {
 public:
  Reference(std::vector<Standard> standards, std::vector<AccreditationBody> accreditation_bodies,
            std::vector<CertificationBody> certification_bodies, std::string version);

  std::span<const Standard> standards() const { return standards_; }
  std::span<const AccreditationBody> accreditation_bodies() const { return accreditation_bodies_; }
  std::span<const CertificationBody> certification_bodies() const { return certification_bodies_; }
  const std::string& version() const { return version_; }  // digest of the data

  const Standard* find(const StandardId& id) const;
  const AccreditationBody* find(const AccreditationBodyId& id) const;
  const CertificationBody* find(const CertificationBodyId& id) const;
  const Edition* find(const StandardId& id, std::string_view edition) const;

  // Any usual spelling, with or without edition: "ISO 27001", "iso27001:2022", "ISO/IEC 27001:2022+Amd
  // 1:2024", "27001", "BS EN ISO/IEC 27001:2023" (edition 2022), "JIS Q 27001:2014" (edition 2013), the id.
  // The whole text must be the mention. nullopt for an unknown standard; a known standard with an unknown
  // year has an empty edition.
  std::optional<StandardMention> standard_of(std::string_view printed) const;

  // By name, alias or acronym, after normalise_name. A brand alone that several legal units share is not
  // found.
  const AccreditationBody* accreditation_body_of(std::string_view printed) const;
  const CertificationBody* certification_body_of(std::string_view printed) const;

 private:
  std::vector<Standard> standards_;
  std::vector<AccreditationBody> accreditation_bodies_;
  std::vector<CertificationBody> certification_bodies_;
  std::string version_;
  std::unordered_map<std::string, StandardMention> mentions_;
  std::unordered_map<std::string, std::size_t> accreditors_, issuers_;
};

}  // namespace certreg
