#include "domain/situation.h"

namespace certreg {
namespace {

using support::day;

Holder& main_holder(Situation& s) { return s.version().holders.front(); }

void link_group(Situation& s, const char* until) {
  s.version().supplier = {"supplier-2"};
  main_holder(s).name = "Acme Holding Inc";
  s.supplier.groups = {{{"supplier-2"}, day("2020-01-01"), day(until), "annual report"}};
}

void add_holder(Situation& s, const char* name, const char* role) {
  s.version().holders.push_back(support::holder(name));
  s.version().holders.back().role = role;
}

constexpr const char *kLei = "5493001KJTIIGC8Y1R12", *kOtherLei = "213800WSGIIZCXF1P572";

}  // namespace

std::vector<Row> holder_rows() {
  using enum Code;
  return {
      {"the same name", [](Situation&) {}, kYes, {SameEntity}},
      {"an alias",
       [](Situation& s) {
         main_holder(s).name = "Acme GB Ltd";
         s.supplier.aliases = {"Acme GB Limited"};
       },
       kYes,
       {SameEntity}},
      {"the same identifier under another name",
       [](Situation& s) {
         main_holder(s).name = "Old Name Ltd";
         main_holder(s).lei = s.supplier.lei = kLei;
       },
       kYes,
       {SameEntity}},
      {"the same registration number in one country",
       [](Situation& s) {
         main_holder(s).name = "Old Name Ltd";
         main_holder(s).registration_number = "HRB 123";
         s.supplier.registration_number = "hrb123";
       },
       kYes,
       {SameEntity}},
      {"the same registration number in two countries",
       [](Situation& s) {
         main_holder(s) = {"Other Ltd", "main", "", "IE", "", "123", ""};
         s.supplier.registration_number = "123";
       },
       kUnsure,
       {HolderUnclear}},
      {"another identifier under the same name",
       [](Situation& s) {
         main_holder(s).lei = kOtherLei;
         s.supplier.lei = kLei;
       },
       kNo,
       {DifferentEntity}},
      {"identifiers that disagree with each other",
       [](Situation& s) {
         main_holder(s).lei = s.supplier.lei = kLei;
         main_holder(s).vat = "GB1";
         s.supplier.vat = "GB2";
       },
       kUnsure,
       {HolderUnclear}},
      {"VAT numbers of two countries say nothing",
       [](Situation& s) {
         main_holder(s).vat = "DE1";
         s.supplier.vat = "GB1";
       },
       kYes,
       {SameEntity}},
      {"a name that is spelled alike",
       [](Situation& s) { main_holder(s).name = "Acme-Cloud Ltd"; },
       kYes,
       {SameEntity}},
      {"a name that differs in an accent or a blank is for a person to judge",
       [](Situation& s) { main_holder(s).name = "ACMECLOUD LTD"; },
       kUnsure,
       {HolderUnclear}},
      {"a name with a typing error",
       [](Situation& s) { main_holder(s).name = "Acme Clowd Ltd"; },
       kUnsure,
       {HolderUnclear}},
      {"a name that looks like the group's",
       [](Situation& s) { main_holder(s).name = "Acme Cloud Deutschland GmbH"; },
       kUnsure,
       {HolderUnclear}},
      {"a name that has nothing in common is no proof",
       [](Situation& s) { main_holder(s).name = "Quince Harbour plc"; },
       kUnsure,
       {HolderUnclear}},
      {"a German court's number under another name",
       [](Situation& s) {
         main_holder(s) = {"Quince GmbH", "main", "", "DE", "", "HRB 123", ""};
         s.supplier.country = "DE";
         s.supplier.registration_number = "HRB 123";
       },
       kUnsure,
       {HolderUnclear}},
      {"an LEI with wrong check digits proves nothing",
       [](Situation& s) {
         main_holder(s).name = "Quince plc";
         main_holder(s).lei = s.supplier.lei = "5493001KJTIIGC8Y1R13";
       },
       kUnsure,
       {HolderUnclear}},
      {"another name",
       [](Situation& s) { main_holder(s).name = "Acme Cloud GmbH"; },
       kUnsure,
       {HolderUnclear}},
      {"the same name in another country",
       [](Situation& s) { main_holder(s).country = "IE"; },
       kUnsure,
       {HolderUnclear}},
      {"no holder", [](Situation& s) { s.version().holders.clear(); }, kUnsure, {HolderUnclear}},
      {"blank names are not one name",
       [](Situation& s) {
         main_holder(s).name = "--";
         s.supplier.name = ".";
       },
       kUnsure,
       {HolderUnclear}},
      {"an additional holder",
       [](Situation& s) {
         main_holder(s).name = "Acme Holding Inc";
         add_holder(s, "Acme Cloud Ltd.", "additional");
       },
       kYes,
       {NamedOnCertificate}},
      {"a trading name of a different entity",
       [](Situation& s) {
         main_holder(s) = {"Other Inc", "main", "", "GB", kOtherLei, "", ""};
         s.supplier.lei = kLei;
         add_holder(s, "Acme Cloud Limited", "trading_name");
       },
       kNo,
       {DifferentEntity}},
      {"the group", [](Situation& s) { link_group(s, "2026-12-31"); }, kUnsure, {SameGroup}},
      {"a group that has ended", [](Situation& s) { link_group(s, "2025-12-31"); }, kUnsure, {HolderUnclear}},
      {"the asked entity holds it",
       [](Situation& s) {
         s.question.entity = "Acme Operations BV";
         main_holder(s).name = "ACME OPERATIONS B.V.";
       },
       kYes,
       {SameEntity}},
      {"the asked entity is named",
       [](Situation& s) {
         s.question.entity = "Acme Operations BV";
         add_holder(s, "Acme Operations B.V.", "additional");
       },
       kYes,
       {NamedOnCertificate}},
      {"the asked entity is a site",
       [](Situation& s) {
         s.question.entity = "Acme Operations BV";
         s.version().sites = {{"Acme Operations B.V.", "", "NL", ""}};
       },
       kYes,
       {NamedOnCertificate}},
      {"the asked entity is the supplier",
       [](Situation& s) { s.question.entity = "Acme Cloud Ltd"; },
       kYes,
       {SameEntity}},
      {"the asked entity is the supplier, by name only",
       [](Situation& s) {
         s.question.entity = "Acme Cloud Ltd";
         main_holder(s).lei = kOtherLei;
         s.supplier.lei = kLei;
       },
       kNo,
       {DifferentEntity}},
      {"an asked entity that is not named",
       [](Situation& s) { s.question.entity = "Acme Operations BV"; },
       kUnsure,
       {HolderUnclear}},
      {"an asked entity of the group",
       [](Situation& s) {
         s.question.entity = "Acme Operations BV";
         link_group(s, "2026-12-31");
       },
       kUnsure,
       {SameGroup}},
  };
}

TEST(Assess, Holder) { expect_answers(Topic::Holder, holder_rows()); }

}  // namespace certreg
