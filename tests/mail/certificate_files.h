// Certificates of a mail server, as files in a folder that goes away with this.
#pragma once

#include <filesystem>
#include <string>

#include "documents/signing_keys.h"

namespace certreg::mail {

class CertificateFiles {
 public:
  CertificateFiles();
  ~CertificateFiles();
  CertificateFiles(const CertificateFiles&) = delete;
  CertificateFiles& operator=(const CertificateFiles&) = delete;

  std::string authority() const { return (folder_ / "authority.pem").string(); }
  std::string other_authority() const { return (folder_ / "other.pem").string(); }
  std::string key() const { return (folder_ / "key.pem").string(); }

  // The file of a certificate for `names` ("DNS:localhost"), which ended long ago when it is `expired`.
  std::string issue(const std::string& names, bool expired = false);

 private:
  std::filesystem::path folder_;
  sample::Identity authority_;
};

}  // namespace certreg::mail
