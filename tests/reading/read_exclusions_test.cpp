#include <gmock/gmock.h>

#include "reading/lines.h"

namespace certreg::reading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> exclusions_of(const std::vector<Placed>& lines) {
  const Paper paper(lines);
  Draft draft;
  read_scope(paper.sheet, draft);
  read_exclusions(paper.sheet, draft);
  std::size_t quoted = 0;
  for (const Quote& quote : draft.version.quotes) quoted += quote.field == "exclusions" ? 1U : 0U;
  EXPECT_EQ(quoted == 0, draft.version.exclusions.empty());
  return draft.version.exclusions;
}

TEST(ReadExclusions, UnderALabel) {
  EXPECT_THAT(exclusions_of({{60, 100, 10, "Scope: Operation of the Harbour platform"},
                             {60, 140, 10, "Exclusions: the data centre in Leeds"}}),
              ElementsAre("the data centre in Leeds"));
  EXPECT_THAT(exclusions_of({{60, 100, 10, "Geltungsbereich: Betrieb der Plattform für die Kunden"},
                             {60, 140, 10, "Ausschlüsse: Rechenzentrum Ulm"}}),
              ElementsAre("Rechenzentrum Ulm"));
}

TEST(ReadExclusions, UnderALabelThatSaysNoneThereIsNone) {
  for (const char* none : {"None", "N/A", "not applicable", "no"})
    EXPECT_THAT(exclusions_of({{60, 100, 10, "Scope: Operation of the Harbour platform"},
                               {60, 140, 10, std::string("Exclusions from the scope: ") + none}}),
                IsEmpty())
        << none;
}

// Cut with the sentence about the audit, it would widen the scope.
TEST(ReadExclusions, BehindASentenceAboutTheAudit) {
  EXPECT_THAT(exclusions_of({{60, 100, 10, "Scope: Operation of the Harbour platform."},
                             {60, 112, 10, "An audit has shown that the management system meets the"},
                             {60, 124, 10, "requirements of ISO/IEC 27001:2022."},
                             {60, 136, 10, "The data centre in Leeds and all that is done there"},
                             {60, 148, 10, "is excluded from the scope."},
                             {60, 160, 10, "Next audit in 2027."}}),
              ElementsAre("The data centre in Leeds and all that is done there is excluded from the scope."));
}

TEST(ReadExclusions, WhoseWordsRunOverALinesEnd) {
  EXPECT_THAT(exclusions_of({{60, 100, 10, "Scope: Operation of the Harbour platform"},
                             {60, 300, 10, "Payments by card are not covered"},
                             {60, 312, 10, "by this certificate."}}),
              ElementsAre("Payments by card are not covered by this certificate."));
}

TEST(ReadExclusions, InTheLanguagesOfTheLabels) {
  for (const char* words :
       {"Das Rechenzentrum Ulm ist vom Geltungsbereich ausgenommen.",
        "Le site de Lyon est exclu du périmètre.", "Queda excluido el centro de Vigo.",
        "La sede di Bari è esclusa dal campo di applicazione.",
        "Het datacentrum Breda valt buiten het toepassingsgebied.", "Datahallen i Lund omfattas inte.",
        "Zakres nie obejmuje centrum danych Opole.", "Datové centrum Opava je mimo rozsah certifikace.",
        "İzmir veri merkezi kapsam dışındadır.", "Сертификат не распространяется на площадку в Туле.",
        "大阪データセンターは適用範囲外とする。", "本证书不包括杭州数据中心。", "부산 데이터센터는 제외"})
    EXPECT_THAT(
        exclusions_of({{60, 100, 10, "Scope: Operation of the Harbour platform"}, {60, 300, 10, words}}),
        ElementsAre(words));
}

TEST(ReadExclusions, WordsOfTheScopeItselfStandThere) {
  EXPECT_THAT(exclusions_of({{60, 100, 10, "Scope: Operation of the Harbour platform, excluding payments"}}),
              IsEmpty());
}

TEST(ReadExclusions, LongOnesMakeSeveralAndLoseNoWord) {
  std::vector<Placed> lines{{60, 100, 10, "Exclusions:"}};
  std::string whole;
  for (int at = 0; at < 12; ++at) {
    const std::string line =
        "the data centres numbered " + std::to_string(at) + " that nobody visits any more and";
    lines.push_back({60, 112 + 12.0 * at, 10, line});
    whole += (whole.empty() ? "" : " ") + line;
  }
  const auto all = exclusions_of(lines);
  std::string joined;
  for (const auto& part : all) {
    EXPECT_LE(part.size(), 500U);
    joined += (joined.empty() ? "" : " ") + part;
  }
  EXPECT_EQ(joined, whole);
}

// What is not kept must not be taken for nothing.
TEST(ReadExclusions, MoreThanAreKeptAreLeftToAPerson) {
  const auto open_with = [](int count) {
    std::vector<Placed> lines{{60, 20, 10, "Scope: Operation of the Harbour platform"}};
    for (int at = 0; at < count; ++at)
      lines.push_back(
          {60, 60 + 20.0 * at, 10, "House " + std::to_string(at) + " is excluded from the scope."});
    const Paper paper(lines);
    Draft draft;
    read_scope(paper.sheet, draft);
    read_exclusions(paper.sheet, draft);
    return is_open(draft, "exclusions");
  };
  EXPECT_FALSE(open_with(50));
  EXPECT_TRUE(open_with(51));
}

}  // namespace
}  // namespace certreg::reading
