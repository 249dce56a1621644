#include "bench/world/world.h"

#include "bench/world/part_file.h"
#include "bench/world/query.h"
#include "bench/world/rows.h"

namespace certreg::bench {
namespace {

class Writer {
 public:
  Writer(const Data& data, const Wish& wish)
      : data_(data),
        wish_(wish),
        table_(wish.folder, "register", "csv", csv_header()),
        json_(wish.folder, "register", "jsonl"),
        suppliers_(wish.folder, "suppliers", "jsonl") {}

  Written write() {
    while (written_.certificates < wish_.certificates)
      add(company_of(data_, wish_.seed, written_.companies++));
    table_.finish();
    json_.finish();
    suppliers_.finish();
    written_.csv_bytes = table_.bytes();
    written_.json_bytes = json_.bytes();
    return written_;
  }

 private:
  void add(const Company& company) {
    add_supplier(suppliers_.lines(), company);
    suppliers_.flush_some();
    for (const auto& certificate : certificates_of(data_, wish_.seed, company)) {
      if (written_.certificates == wish_.certificates) return;
      ++written_.certificates;
      for (const auto& issue : certificate.issues) add(company, certificate, issue);
    }
  }

  void add(const Company& company, const IssuedCertificate& certificate, const Issue& issue) {
    ++written_.rows;
    add_csv(table_.lines(), company, certificate, issue);
    add_json(json_.lines(), company, certificate, issue);
    table_.flush_some();
    json_.flush_some();
  }

  const Data& data_;
  const Wish& wish_;
  PartFile table_, json_, suppliers_;
  Written written_;
};

void write_queries(const Data& data, const Wish& wish, std::uint64_t companies) {
  PartFile file(wish.folder, "queries", "jsonl");
  for (std::uint64_t number = 0; companies > 0 && number < wish.queries; ++number) {
    add_query(file.lines(), query_of(data, wish.seed, companies, number));
    file.flush_some();
  }
  file.finish();
}

}  // namespace

Written write_world(const Data& data, const Wish& wish) {
  std::filesystem::create_directories(wish.folder);
  const auto written = Writer(data, wish).write();
  write_queries(data, wish, written.companies);
  return written;
}

}  // namespace certreg::bench
