#include "certreg/reading/table.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "reading/world.h"

namespace certreg::reading {
namespace {

std::string rows_of(std::string_view bytes, char delimiter = 0) {
  TableReader reader(bytes, delimiter);
  std::string result;
  for (Row row; reader.next(row);) {
    result += fmt::format("{}:", row.number);
    for (const std::string& cell : row.cells) result += "[" + cell + "]";
    result += "\n";
  }
  return result;
}

std::string refusal_of(std::string_view bytes) {
  try {
    rows_of(bytes);
  } catch (const Error& error) {
    return error.fields.empty() ? error.what() : error.fields.front().field + " " + error.fields.front().rule;
  }
  return "was read";
}

struct Case {
  std::string_view bytes, result;
};

TEST(Csv, Rows) {
  const Case cases[] = {
      {"", ""},
      {"a,b\n1,2\n", "1:[a][b]\n2:[1][2]\n"},
      {"a,b\r\n1,2", "1:[a][b]\n2:[1][2]\n"},
      {"\xEF\xBB\xBF"
       "a;b\n1;2",
       "1:[a][b]\n2:[1][2]\n"},
      {"a\tb\n1\t", "1:[a][b]\n2:[1][]\n"},
      {"a,b\n\n\r\n,\n", "1:[a][b]\n2:[][]\n"},
      {"a,b\n\"x, \"\"y\"\"\nz\",2\n", "1:[a][b]\n2:[x, \"y\"\nz][2]\n"},
      {"\"a\",\"\"\r\n", "1:[a][]\n"},
      {"\"a;b\",c,d\n", "1:[a;b][c][d]\n"},
  };
  for (const Case& item : cases) EXPECT_EQ(rows_of(item.bytes), item.result) << item.bytes;
  EXPECT_EQ(rows_of("a,b;c", ';'), "1:[a,b][c]\n");
}

TEST(Csv, Refusals) {
  EXPECT_EQ(refusal_of(std::string_view("a,b\n1,\0", 7)), "table must not hold NUL bytes");
  EXPECT_EQ(refusal_of("a,b\n1,\xFF"), "table must be UTF-8");
  EXPECT_EQ(refusal_of("a,b\n\"1,2\n"), "row 2 has a quote that does not end");
  EXPECT_EQ(refusal_of("a,b\n\"1\"2,3\n"), "row 2 has text after a closing quote");
  EXPECT_EQ(refusal_of("a,b\n1\"2,3\n"), "row 2 has a quote within a value that is not quoted");
  EXPECT_EQ(refusal_of("a,b\n" + std::string(70'000, 'x') + ",1\n"), "row 2 is longer than 64 KiB");
  EXPECT_EQ(refusal_of("a,b\n\"" + std::string(70'000, 'x') + "\",1\n"), "row 2 is longer than 64 KiB");
  EXPECT_EQ(refusal_of("a,b\n" + std::string(70'000, ',')), "row 2 is longer than 64 KiB");
}

TEST(Csv, ManyRowsStream) {
  std::string bytes = "a,b\n";
  for (int count = 0; count < 200'000; ++count) bytes += "1,\"2\"\n";
  TableReader reader(bytes);
  Row row;
  std::size_t rows = 0;
  while (reader.next(row)) ++rows;
  EXPECT_EQ(rows, 200'001U);
}

constexpr std::string_view kHeader =
    "holder,number,standard,edition,issuer,issued,expires,scope,services,sites,lei,country,status\n";

std::string read_one(const std::string& line, const ColumnMapping& mapping = {},
                     std::string_view header = kHeader) {
  std::string bytes = std::string(header) + line;
  TableReader reader(bytes);
  Row row;
  reader.next(row);
  RowReader rows(mapping, row, world());
  reader.next(row);
  RowReading reading = rows.read(row);
  std::string result;
  for (const FieldProblem& problem : reading.problems) result += problem.field + ": " + problem.rule + "\n";
  if (!reading.draft) return result;
  const CertificateVersion& version = reading.draft->version;
  return fmt::format("{}|{}|{} {}|{}|{}|{}", version.holders.front().name, version.number,
                     version.standard.value, version.edition,
                     version.issued ? version.issued->to_string() : "",
                     version.expires ? version.expires->to_string() : "", fmt::join(version.services, "+"));
}

TEST(Rows, Accepted) {
  EXPECT_EQ(read_one("Acme GmbH,IS 1,ISO 27001,2022,Good Certification Limited,2024-01-01,2026-12-31,All,A; "
                     "B ;,,,DE,active"),
            "Acme GmbH|IS 1|iso-iec-27001 2022|2024-01-01|2026-12-31|A+B");
  EXPECT_EQ(read_one("Acme,,27017:2015,,,,,,,,,,"), "Acme||iso-iec-27017 2015|||");
  ColumnMapping german;
  german.columns = {{"holder", "Firma"}, {"number", "Nr"}, {"expires", "Bis"}};
  german.fixed = {{"standard", "ISO/IEC 27001:2022"}};
  german.date_format = "DD.MM.YYYY";
  EXPECT_EQ(read_one("Acme;7;31.12.2026", german, "Firma;Nr;Bis\n"),
            "Acme|7|iso-iec-27001 2022||2026-12-31|");
}

TEST(Rows, Refused) {
  const Case cases[] = {
      {"Acme,1,ISO 99999,,,,,,,,,,",
       "row 2, column standard: must name a standard that the register knows\n"},
      {"Acme,1,,,,,,,,,,,", "row 2: must name a standard\n"},
      {",,ISO 27001,,,,,,,,,,", "row 2: must name a holder or a certificate number\n"},
      {"Acme,1,ISO 27001,1999,,,,,,,,,",
       "row 2, column edition: must be an edition of the standard that the register knows\n"},
      {"Acme,1,ISO 27001:2013,2022,,,,,,,,,",
       "row 2, column edition: contradicts the edition in the standard's column\n"},
      {"Acme,1,ISO 27001,,,2026-02-30,,,,,,,",
       "row 2, column issued: must be a day that exists, as YYYY-MM-DD\n"},
      {"Acme,1,ISO 27001,,,01/02/2026,,,,,,,",
       "row 2, column issued: must be a day that exists, as YYYY-MM-DD\n"},
      {"Acme,1,ISO 27001,,,2026-02-01,2026-01-31,,,,,,",
       "row 2, column expires: must not lie before issued\n"},
      {"Acme,1,ISO 27001,,,,,,,,,XX,",
       "row 2, column country: must be a country code of two letters (ISO 3166-1)\n"},
      {"Acme,1,ISO 27001,,,,,,,,ABC,,",
       "row 2, column lei: must be a legal entity identifier (ISO 17442) with right check digits\n"},
      {"Acme,1,ISO 27001,,,,,,,,,,maybe", "row 2, column status: must be active, suspended or withdrawn\n"},
      {"Ac\xE2\x80\xAEme,1,ISO 27001,,,,,,,,,,",
       "row 2, column holder: must be at most 300 characters without control or direction characters\n"},
      {"Acme,1,ISO 27001", "row 2: has 3 columns where the header has 13\n"},
  };
  for (const Case& item : cases) EXPECT_EQ(read_one(std::string(item.bytes)), item.result) << item.bytes;
  EXPECT_EQ(read_one("Acme," + std::string(101, '1') + ",ISO 27001,,,,,,,,,,"),
            "row 2, column number: must be at most 100 characters without control or direction characters\n");
}

TEST(Rows, MappingsAreChecked) {
  const Row header{1, {"a", "b", "b"}};
  auto refuses = [&](std::map<std::string, std::string> columns, const std::string& format = "YYYY-MM-DD") {
    ColumnMapping mapping;
    mapping.columns = std::move(columns);
    mapping.date_format = format;
    EXPECT_THROW(RowReader(mapping, header, world()), Error);
  };
  refuses({});
  refuses({{"holder", "a"}});
  refuses({{"standard", "a"}});
  refuses({{"standard", "a"}, {"holder", "c"}});
  refuses({{"standard", "a"}, {"holder", "b"}});
  refuses({{"standard", "a"}, {"number", "a"}, {"colour", "a"}});
  refuses({{"standard", "a"}, {"number", "a"}}, "YY-MM-DD");
  ColumnMapping right;
  right.columns = {{"standard", "a"}, {"number", "a"}};
  EXPECT_NO_THROW(RowReader(right, header, world()));
}

}  // namespace
}  // namespace certreg::reading
