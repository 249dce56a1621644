// Records written straight to JSON text: the bytes of codec::dump(to_json(record)), without the tree.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "certreg/codec/json_writer.h"
#include "certreg/domain/certificate.h"
#include "certreg/domain/supplier.h"
#include "certreg/domain/verdict.h"

namespace certreg::codec {

void write(JsonWriter& out, const Quote& quote);
void write(JsonWriter& out, const Supplier& supplier);
void write(JsonWriter& out, const CertificateVersion& version);
void write(JsonWriter& out,
           const CertificateRecord& record);  // id, latest, earlier_issues (oldest first), checks

// What stored_certificate reads back, without what the store keeps apart: quotes, and the last confirmation.
std::string stored_text(const CertificateVersion& version);

struct MemberText {
  std::string_view name;
  std::string value;  // JSON
};
// The members that say what it certifies and how it is known, each as to_json has it; not its quotes, nor who
// recorded it and when.
std::vector<MemberText> stated_members(const CertificateVersion& version);

// Within an object that the caller opened and closes.
void write_members(JsonWriter& out, const Verdict& verdict);

}  // namespace certreg::codec
