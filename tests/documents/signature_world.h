// The authorities and signers that the tests about signatures share; keys take their time to make.
#pragma once

#include "certreg/documents/signatures.h"
#include "documents/signed_pdf.h"

namespace certreg::sample {

struct SignatureWorld {
  Identity root = authority("Root");
  Identity issuing = authority("Issuing", &root);
  Identity stranger = authority("Stranger");
  Identity signer = sample::signer("Signer", issuing);
  Identity other_signer = sample::signer("Second Signer", issuing);
  Identity stamper = timestamp_authority("Stamper", root);
  std::string roots = pem_of(root);

  Style style() const { return {.others = {issuing}}; }
  Style stamped_style() const;
  std::string plain() const { return signed_sample(cms(signer, style())); }
};

const SignatureWorld& signature_world();

constexpr const char* kAsked = "2026-06-01T00:00:00Z";  // the time asked about

documents::SignaturesReport judged(const std::string& file,
                                   const std::string& roots = signature_world().roots,
                                   const std::string& asked = kAsked);

std::string printed(const documents::SignaturesReport& report);  // for messages

}  // namespace certreg::sample
