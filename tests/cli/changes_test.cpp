#include <gtest/gtest.h>

#include "cli/fake_register.h"

namespace certreg::cli {
namespace {

constexpr const char* kPage =
    R"({"items":[{"at":"2026-06-02T10:00:00.000000Z","supplier_name":"Acme","source":"acme",)"
    R"("sentence":"It was renewed."},)"
    R"({"at":"2026-06-01T10:00:00.000000Z","supplier_name":null,"source":"acme","sentence":"The page is gone."}]})";

TEST(Changes, AreALineEach) {
  FakeRegister fake;
  fake.will_answer(200, kPage);
  const auto run = run_cli(fake, {"changes"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.out, "2026-06-02  Acme  It was renewed.\n2026-06-01  acme  The page is gone.\n");
  EXPECT_EQ(fake.asked.at(0).target, "/v1/changes");
}

TEST(Changes, AreFilteredByTheRegister) {
  FakeRegister fake;
  fake.will_answer(200, R"({"items":[]})");
  run_cli(fake, {"changes", "--source", "acme", "--supplier", "1", "--since", "2026-01-01", "--adverse"});
  EXPECT_EQ(fake.asked.at(0).target, "/v1/changes?source=acme&supplier=1&since=2026-01-01&adverse=true");
}

}  // namespace
}  // namespace certreg::cli
