#include "bench/world/rows.h"

#include "bench/world/json_line.h"

namespace certreg::bench {
namespace {

std::string_view status_name(CertificateStatus status) {
  switch (status) {
    case CertificateStatus::Active:
      return "active";
    case CertificateStatus::Suspended:
      return "suspended";
    case CertificateStatus::Withdrawn:
      return "withdrawn";
  }
  return {};
}

// RFC 4180.
void add_cell(std::string& out, std::string_view cell, char after) {
  const bool is_quoted = cell.find_first_of(",;\"\n") != std::string_view::npos;
  if (is_quoted) out += '"';
  for (const char sign : cell) {
    if (sign == '"') out += '"';
    out += sign;
  }
  if (is_quoted) out += '"';
  out += after;
}

std::string site_names(const std::vector<Site>& sites) {
  std::string all;
  for (const auto& site : sites) all += (all.empty() ? "" : "; ") + site.name;
  return all;
}

std::string service_names(const std::vector<std::string>& services) {
  std::string all;
  for (const auto& service : services) all += (all.empty() ? "" : "; ") + service;
  return all;
}

void write_holder(std::string& out, const Company& company) {
  JsonLine(out)
      .text("name", company.name)
      .text("role", "main")
      .text("country", company.country->code)
      .text_if("lei", company.lei)
      .text("registration_number", company.registration_number)
      .finish();
}

void write_site(std::string& out, const Site& site) {
  JsonLine(out).text("name", site.name).text("address", site.address).text("country", site.country).finish();
}

void write_status(std::string& out, const Issue& issue, const Body& body) {
  JsonLine(out)
      .text("status", status_name(issue.status))
      .text("from", issue.status_from->to_string())
      .text("source", "issuer")
      .text("said_by", body.name)
      .finish();
}

void write_accreditation(std::string& out, const std::string& printed) {
  JsonLine(out).text("printed", printed).finish();
}

void add_dates(JsonLine& line, const Issue& issue) {
  line.text("issued", issue.issued.to_string())
      .text("first_issued", issue.first_issued.to_string())
      .text("valid_from", issue.issued.to_string())
      .text("expires", issue.expires.to_string())
      .text("issue_number", fmt::format("{}", issue.number));
}

void add_scope(std::string& out, JsonLine& line, const IssuedCertificate& certificate) {
  const auto& scope = certificate.scope;
  line.text("scope", scope.text)
      .text("scope_language", scope.language)
      .texts("services", scope.services)
      .list("sites", certificate.sites, [&](const Site& site) { write_site(out, site); })
      .text_if("soa_version", scope.statement_version)
      .text_if("soa_date", scope.statement_date ? scope.statement_date->to_string() : "");
}

}  // namespace

std::string_view csv_header() {
  return "holder,country,lei,registration_number,number,standard,edition,issuer,accreditation,issued,expires,"
         "first_issued,valid_from,status,scope,services,sites\n";
}

void add_csv(std::string& out, const Company& company, const IssuedCertificate& certificate,
             const Issue& issue) {
  const auto add = [&](std::string_view cell) { add_cell(out, cell, ','); };
  add(company.name);
  add(company.country->code);
  add(company.lei);
  add(company.registration_number);
  add(certificate.number);
  add(issue.printed);
  add(issue.edition->id);
  add(certificate.body->name);
  add(certificate.body->accreditation);
  add(issue.issued.to_string());
  add(issue.expires.to_string());
  add(issue.first_issued.to_string());
  add(issue.issued.to_string());
  add(status_name(issue.status));
  add(certificate.scope.text);
  add(service_names(certificate.scope.services));
  add_cell(out, site_names(certificate.sites), '\n');
}

void add_json(std::string& out, const Company& company, const IssuedCertificate& certificate,
              const Issue& issue) {
  std::vector<Issue> not_active;
  if (issue.status != CertificateStatus::Active) not_active.push_back(issue);
  std::vector<std::string> accreditations;
  if (!certificate.body->accreditation.empty()) accreditations.push_back(certificate.body->accreditation);
  JsonLine line(out);
  line.text("standard", certificate.standard->id)
      .text("edition", issue.edition->id)
      .text("standard_printed", issue.printed)
      .text("number", certificate.number)
      .text("issuer_printed", certificate.body->name)
      .list("holders", std::vector{&company}, [&](const Company* holder) { write_holder(out, *holder); });
  add_dates(line, issue);
  line.list("statuses", not_active, [&](const Issue& ended) { write_status(out, ended, *certificate.body); })
      .list("accreditations", accreditations,
            [&](const std::string& name) { write_accreditation(out, name); });
  add_scope(out, line, certificate);
  if (!certificate.parent_number.empty())
    line.text("form", "sheet").text("parent_number", certificate.parent_number);
  line.finish();
  out += '\n';
}

void add_supplier(std::string& out, const Company& company) {
  std::vector<std::string> aliases;
  if (!company.alias.empty()) aliases.push_back(company.alias);
  JsonLine(out)
      .text("name", company.name)
      .texts("aliases", aliases)
      .text("country", company.country->code)
      .text_if("lei", company.lei)
      .text("registration_number", company.registration_number)
      .texts("domains", {company.domain})
      .finish();
  out += '\n';
}

}  // namespace certreg::bench
