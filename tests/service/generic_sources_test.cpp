// Documents of suppliers that have no definition: what is read from them, and that a person or the caller has
// the last word.
#include "documents/workbook.h"
#include "service/real_world.h"

namespace certreg::service {
namespace {

reading::ColumnMapping mapping() {
  reading::ColumnMapping mapping;
  mapping.columns = {
      {"holder", "Company"}, {"number", "Certificate no."}, {"standard", "Norm"}, {"issuer", "Body"},
      {"issued", "From"},    {"expires", "Until"},          {"scope", "Covers"}};
  mapping.date_format = "DD.MM.YYYY";
  return mapping;
}

std::string made_for_anybody(const std::string& file) { return made_for("generic", file); }

// The same table as a workbook.
std::string as_workbook(const std::string& csv) {
  std::string rows = "<row><c t=\"inlineStr\"><is><t>";
  for (const char letter : csv) {
    if (letter == ';')
      rows += "</t></is></c><c t=\"inlineStr\"><is><t>";
    else if (letter == '\n')
      rows += "</t></is></c></row><row><c t=\"inlineStr\"><is><t>";
    else
      rows += letter;
  }
  rows.resize(rows.rfind("<row>"));
  return sample::pack(sample::workbook(rows));
}

struct Generic {
  const char* name;
  std::string bytes;
  bool is_table;
  long accepted, pending;  // with --accept
  const char* evidence;
};

TEST(GenericSource, ReadsEachKindOfDocument) {
  auto csv = mapping();
  csv.delimiter = ';';
  const Generic cases[] = {
      {"certificate.pdf", sample::draw_pdf(made_for_anybody("certificate.drawing")), false, 1, 0,
       "documented"},
      {"register.csv", made_for_anybody("register.csv"), true, 2, 0, "claimed"},
      {"register.xlsx", as_workbook(made_for_anybody("register.csv")), true, 2, 0, "claimed"},
      {"register.json", made_for_anybody("register.json"), false, 1, 0, "claimed"},
      {"json-ld.html", made_for_anybody("json-ld.html"), false, 0, 1, "claimed"},
      {"trust.md", made_for_anybody("trust.md"), false, 0, 2, "claimed"},
  };
  for (const auto& row : cases) {
    RealWorld world;
    ImportRequest request;
    request.name = row.name;
    request.bytes = row.bytes;
    request.accept = true;
    if (row.is_table) request.columns = row.name == std::string("register.csv") ? csv : mapping();
    const auto run = world.import(std::move(request));
    EXPECT_EQ(run.state, "done") << row.name << run.error;
    EXPECT_EQ(world.count(run, "accepted"), row.accepted) << row.name << run.counts;
    EXPECT_EQ(world.count(run, "pending"), row.pending) << row.name << run.counts;
    if (row.accepted == 0) continue;
    const auto answer = world.verify_for("Lantern Hosting Limited", "27001", {"Lantern Mail"});
    EXPECT_TRUE(has_code(answer, Topic::Evidence, row.evidence)) << row.name;
    EXPECT_TRUE(has_code(answer, Topic::Scope, "service_named")) << row.name;
  }
}

// Nobody has said whose the page is.
TEST(GenericSource, APageOfNobodyKnownCountsForNobody) {
  RealWorld world;
  world.take("json-ld.html", made_for_anybody("json-ld.html"), true);
  EXPECT_TRUE(
      has_code(world.verify_for("Lantern Hosting Limited", "27001"), Topic::Standard, "nothing_found"));
  EXPECT_EQ(world.proposals().at(0).rule, "nobody has said whose page this is");
}

}  // namespace
}  // namespace certreg::service
