// Records written straight to JSON text: the bytes of codec::dump(to_json(record)), without the tree.
#pragma once

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

// Within an object that the caller opened and closes.
void write_members(JsonWriter& out, const Verdict& verdict);

}  // namespace certreg::codec
