#include "mail/certificate_files.h"

#include <openssl/pem.h>
#include <stdlib.h>

#include <fstream>
#include <memory>
#include <stdexcept>

namespace certreg::mail {
namespace {

constexpr const char *kPast = "2020-01-01T00:00:00Z", *kFuture = "2099-01-01T00:00:00Z";

std::filesystem::path new_folder() {
  auto name = (std::filesystem::temp_directory_path() / "certreg-mail-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder");
  return name;
}

sample::Identity new_authority(const std::string& name) {
  return sample::issue({.name = name, .from = kPast, .until = kFuture, .is_authority = true}, nullptr);
}

void write(const std::string& file, const std::string& text) { std::ofstream(file) << text; }

std::string key_of(const sample::Identity& identity) {
  std::unique_ptr<BIO, decltype(&BIO_free_all)> to(BIO_new(BIO_s_mem()), &BIO_free_all);
  PEM_write_bio_PrivateKey(to.get(), identity.key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  char* text = nullptr;
  const long length = BIO_get_mem_data(to.get(), &text);
  return {text, static_cast<std::size_t>(length)};
}

}  // namespace

CertificateFiles::CertificateFiles() : folder_(new_folder()), authority_(new_authority("Mail Authority")) {
  write(authority(), sample::pem_of(authority_));
  write(other_authority(), sample::pem_of(new_authority("Other Authority")));
}

CertificateFiles::~CertificateFiles() { std::filesystem::remove_all(folder_); }

std::string CertificateFiles::issue(const std::string& names, bool expired) {
  const auto identity = sample::issue({.name = "Mail Server",
                                       .from = kPast,
                                       .until = expired ? "2021-01-01T00:00:00Z" : kFuture,
                                       .key_usage = "critical,digitalSignature",
                                       .extended_usage = "serverAuth",
                                       .other_names = names},
                                      &authority_);
  const auto file = (folder_ / "certificate.pem").string();
  write(file, sample::pem_of(identity));
  write(key(), key_of(identity));
  return file;
}

}  // namespace certreg::mail
