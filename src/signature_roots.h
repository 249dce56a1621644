// The certificates that the operator trusts to answer for signatures on documents.
#pragma once

#include <filesystem>
#include <string>

namespace certreg {

// A file, or those of a folder that end in .pem, .crt or .cer, in the order of their names; as one text in
// PEM form. Throws Error(Invalid) with the field "signature-roots" when it cannot be read or holds no
// certificate.
std::string read_signature_roots(const std::filesystem::path& path);

}  // namespace certreg
