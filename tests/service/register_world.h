// Imports into a whole register, and what is asked of it afterwards.
#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "certreg/codec/records.h"
#include "certreg/service/certificates.h"
#include "certreg/service/proposals.h"
#include "certreg/service/suppliers.h"
#include "certreg/service/verification.h"
#include "certreg/store/imports.h"
#include "support/certificates.h"
#include "support/services.h"
#include "system/pdf_drawing.h"

namespace certreg::service {

inline const Actor kReviewer{"jane", Role::Reviewer};

// Fields of the certificate that is drawn.
struct Drawn {
  std::string number = "IS 100", holder = "Acme Cloud Limited", issued = "10 January 2025",
              expires = "9 January 2028", scope = "Development and operation of Acme Mail and Acme Drive.",
              standard = "ISO/IEC 27001:2022";
};

inline std::string pdf(const Drawn& fields) {
  return sample::draw_pdf(
      "60 80 20 Certificate of Registration\n60 110 11 This is to certify that:\n60 130 14 " + fields.holder +
      "\n60 180 11 operates an Information Security Management System which complies with the requirements "
      "of\n"
      "60 200 13 " +
      fields.standard + "\n60 230 11 for the following scope:\n60 250 11 " + fields.scope +
      "\n60 300 11 Certificate Number: " + fields.number + "\n60 320 11 Issue date: " + fields.issued +
      "\n60 340 11 Expiry date: " + fields.expires +
      "\n60 400 11 Issued by: Good Certification Limited\n60 420 11 Accredited by UKAS, number 0001\n");
}

inline std::string row(const std::string& number, const std::string& issued, const std::string& expires,
                       const std::string& scope = "Acme Mail",
                       const std::string& holder = "Acme Cloud Limited") {
  return holder + "," + number + ",ISO/IEC 27001:2022,Good Certification Limited," + issued + "," + expires +
         "," + scope + "\n";
}
inline std::string table(const std::string& rows) {
  return "holder,number,standard,issuer,issued,expires,scope\n" + rows;
}

class RegisterWorld : public support::World {
 public:
  using World::World;

  store::ImportRun take(const std::string& name, const std::string& bytes, bool accept = false) {
    ImportRequest request;
    request.name = name;
    request.bytes = bytes;
    request.accept = accept;
    const auto run = services().imports.submit(services(), std::move(request), kReviewer);
    services().imports.wait(run.id, std::chrono::minutes(1));
    auto transaction = services().database.begin(store::TransactionMode::ReadOnly);
    return store::load_import(transaction, run.id).value();
  }
  long count(const store::ImportRun& run, const char* what) {
    return nlohmann::json::parse(run.counts).value(what, 0L);
  }
  std::vector<store::Proposal> proposals(const std::string& state = "pending") {
    auto transaction = services().database.begin(store::TransactionMode::ReadOnly);
    return store::list_proposals(transaction, state, "", 100);
  }
  std::vector<store::Observation> observations() {
    auto transaction = services().database.begin(store::TransactionMode::ReadOnly);
    return store::list_observations(transaction, "", 100);
  }
  std::vector<catalogue::RecordPtr> certificates() {
    return services().catalogue.certificates_after({}, 100);
  }
  Verification asked(const char* on = "2026-06-01", const std::string& entity = "Acme Cloud Limited") {
    VerifyRequest request;
    request.entity = entity;
    request.standard = "27001";
    request.services = {"Acme Mail"};
    request.on = support::day(on);
    return verify(services(), request);
  }
};

inline std::vector<std::string> codes(const Verification& answer, Topic topic) {
  std::vector<std::string> all;
  for (const auto& reason : answer.verdict.deciding().answers[static_cast<std::size_t>(topic)].reasons)
    all.emplace_back(to_string(reason.code));
  return all;
}
inline bool has_code(const Verification& answer, Topic topic, const std::string& code) {
  const auto all = codes(answer, topic);
  return std::find(all.begin(), all.end(), code) != all.end();
}

}  // namespace certreg::service
